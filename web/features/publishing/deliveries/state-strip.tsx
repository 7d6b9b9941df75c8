import { useTranslation } from 'react-i18next'
import type { DeliveryState } from '#contract/publishing.ts'
import { useNumber } from '#web/ui/use-number.ts'
import { DeliveryMark } from '../delivery-mark.tsx'
import type { LedgerFilter } from './ledger-period.ts'
import classes from './state-strip.module.css'

interface StateStripProps {
  readonly count: (filter: LedgerFilter) => number
  readonly filter: LedgerFilter | null
  readonly onFilter: (filter: LedgerFilter | null) => void
}

const SHOWN = ['waiting', 'sending', 'planned', 'retry-at', 'held', 'failed', 'published'] as const
const QUIET = ['cancelled', 'removed'] as const

function markOf(filter: LedgerFilter): DeliveryState {
  return filter === 'waiting' ? 'unknown' : filter
}

/** How many deliveries are in each state; a press shows only those, a second press all again. */
export function StateStrip({ count, filter, onFilter }: StateStripProps) {
  const { t } = useTranslation('publishing')
  const number = useNumber()
  // States that are rare stand here only while there is something in them.
  const quiet = QUIET.filter((state) => count(state) > 0 || filter === state)
  return (
    <div className={classes.strip} role="group" aria-label={t('strip.label')}>
      {[...SHOWN, ...quiet].map((state) => (
        <button
          key={state}
          type="button"
          className={classes.state}
          aria-pressed={filter === state}
          title={t(`strip.${state}.what`)}
          onClick={() => onFilter(filter === state ? null : state)}
        >
          <DeliveryMark state={markOf(state)} size={18} />
          <span className="ellipsis">{t(`strip.${state}`)}</span>
          <b>{number.count(count(state))}</b>
        </button>
      ))}
    </div>
  )
}
