import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { PERSPECTIVE_ICON } from '../perspective.ts'
import type { Perspective } from '../records.ts'
import type { Writing } from '../strategy-sheet.tsx'
import { ObjectiveNode } from './objective-node.tsx'
import type { Served } from './served.ts'
import classes from './map.module.css'

interface PerspectiveBandProps {
  readonly perspective: Perspective
  readonly served: readonly Served[]
  readonly onWrite: (writing: Writing) => void
}

/** One perspective as a band: what it asks, why it is there, and its objectives. */
export function PerspectiveBand({ perspective, served, onWrite }: PerspectiveBandProps) {
  const { t } = useTranslation('strategy')
  const Mark = PERSPECTIVE_ICON[perspective]
  const id = `band-${perspective}`
  return (
    <section className={classes.band} aria-labelledby={id}>
      <div className={classes.about}>
        <h2 id={id} className={classes.name}>
          <Mark size={18} stroke={1.5} aria-hidden />
          {t(`perspective.${perspective}`)}
        </h2>
        <p className={classes.asks}>{t(`perspective.${perspective}.asks`)}</p>
        <p className={classes.why}>{t(`perspective.${perspective}.explained`)}</p>
      </div>
      {served.length > 0 && (
        <ul className={classes.nodes}>
          {served.map((one) => (
            <li key={one.objective.id}>
              <ObjectiveNode served={one} onWrite={onWrite} />
            </li>
          ))}
        </ul>
      )}
      {served.length === 0 && (
        <div className={classes.none}>
          <p>{t('band.empty')}</p>
          <AllowedButton
            action="objectives.change"
            size="xs"
            variant="subtle"
            icon={<IconPlus size={14} stroke={1.5} aria-hidden />}
            onClick={() => onWrite({ what: 'new-objective', perspective })}
          >
            {t('objective.add')}
          </AllowedButton>
        </div>
      )}
    </section>
  )
}
