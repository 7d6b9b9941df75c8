import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { positionsOf, type Position, type Unit } from '../structure-records.ts'
import { PositionForm } from './position-form.tsx'
import classes from './units.module.css'

/** The open positions of a unit, with who fills them; one is added or changed in place. */
export function UnitPositions({ unit }: { readonly unit: Unit }) {
  const { t } = useTranslation('units')
  const may = useMay('structure.change').allowed && unit.closedAt === null
  const [writing, setWriting] = useState<Position | 'new' | null>(null)
  const positions = useQuery(positionsOf(unit.id))
  return (
    <section className={classes.part} aria-labelledby={`positions-${unit.id}`}>
      <div className={classes.headed}>
        <h3 id={`positions-${unit.id}`}>{t('positions')}</h3>
        {may && writing === null && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
            onClick={() => setWriting('new')}
          >
            {t('position.add')}
          </Button>
        )}
      </div>
      {writing !== null && (
        <PositionForm
          key={writing === 'new' ? 'new' : writing.id}
          unitId={unit.id}
          position={writing === 'new' ? null : writing}
          onDone={() => setWriting(null)}
        />
      )}
      <Loaded query={positions}>
        {(items) =>
          items.length === 0 ? (
            <p className="text-3">{t('positions.none')}</p>
          ) : (
            <ul className={classes.rows}>
              {items.map((position) => (
                <PositionRow key={position.id} position={position} onWrite={may ? () => setWriting(position) : null} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

function PositionRow({ position, onWrite }: { position: Position; onWrite: (() => void) | null }) {
  const { t } = useTranslation('units')
  const time = useTime()
  const { title, duty, person, vacantSince } = position
  return (
    <li>
      <span className={classes.words}>
        <span className={classes.name}>
          <strong>{title}</strong>
          {duty !== null && <Badge tone="info">{t(`duty.${duty}`)}</Badge>}
        </span>
        <span className={person === null ? classes.vacant : 'text-3'}>
          {person?.name ??
            (vacantSince === null ? t('vacant') : t('vacant.since', { when: time.relative(vacantSince) }))}
        </span>
      </span>
      {onWrite !== null && (
        <ActionIcon variant="subtle" color="gray" aria-label={t('position.change', { title })} onClick={onWrite}>
          <IconPencil size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}
