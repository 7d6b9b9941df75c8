import { IconStar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/badge.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import type { Unit } from '../structure-records.ts'
import { KIND_ICON } from './unit-kinds.ts'
import { nameOf } from './names-of.ts'
import classes from './units.module.css'

interface UnitTreeProps {
  readonly units: readonly Unit[]
  readonly parentId: string | null
  readonly onChoose: (unit: Unit) => void
}

/** Units below one another, each a button that opens it. */
export function UnitTree({ units, parentId, onChoose }: UnitTreeProps) {
  const here = units.filter((unit) => unit.parentId === parentId)
  if (here.length === 0) return null
  return (
    <ul className={parentId === null ? classes.tree : `${classes.tree} ${classes.below}`}>
      {here.map((unit) => (
        <li key={unit.id}>
          <UnitRow unit={unit} onChoose={onChoose} />
          <UnitTree units={units} parentId={unit.id} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  )
}

function UnitRow({ unit, onChoose }: { unit: Unit; onChoose: (unit: Unit) => void }) {
  const { t, i18n } = useTranslation('units')
  const number = useNumber()
  const Mark = KIND_ICON[unit.kind]
  const where = [
    unit.locale === null ? null : nameOf(unit.locale, 'language', i18n.language),
    unit.timeZone,
    unit.country === null ? null : nameOf(unit.country, 'region', i18n.language),
  ].filter((part) => part !== null)
  return (
    <button type="button" className={classes.unit} onClick={() => onChoose(unit)}>
      <span className={classes.mark} title={t(`kind.${unit.kind}`)}>
        <Mark size={18} stroke={1.5} aria-hidden />
        <span className="visually-hidden">{t(`kind.${unit.kind}`)}</span>
      </span>
      <span className={classes.words}>
        <span className={classes.name}>
          <strong>{unit.name}</strong>
          {unit.centre && (
            <Badge tone="accent" icon={IconStar}>
              {t('centre')}
            </Badge>
          )}
          {unit.closedAt !== null && <Badge>{t('closed')}</Badge>}
        </span>
        {where.length > 0 && <span className="text-3 small">{where.join(' · ')}</span>}
      </span>
      <span className={classes.counts}>
        <span>{t('positions.count', { count: unit.positions, shown: number.count(unit.positions) })}</span>
        {unit.vacant > 0 && <span className={classes.vacant}>{t('vacant.count', { count: unit.vacant })}</span>}
      </span>
    </button>
  )
}
