import { useTranslation } from 'react-i18next'
import { StandingBadge } from '#web/ui/badges.tsx'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { Sparkline } from '#web/ui/sparkline.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import type { Goal } from '../records.ts'
import { distance, isRising, shareBetween } from './decimal.ts'
import classes from './goal-figure.module.css'

function useDistance(goal: Goal): string {
  const { t } = useTranslation('measurement')
  const number = useNumber()
  if (goal.now === null || goal.standing === 'reached') return ''
  const { ahead, by } = distance(goal.now, goal.neededToday, isRising(goal.baseline, goal.target))
  if (by === '0') return ''
  if (goal.unit === 'percent') return t(ahead ? 'goal.ahead.points' : 'goal.short.points', { amount: number.count(by) })
  // The path passes through fractions; of something one counts, nobody needs them.
  const shown = goal.unit === 'count' && Number(by) >= 10 ? String(Math.round(Number(by))) : by
  return t(ahead ? 'goal.ahead' : 'goal.short', { amount: number.measure(shown, goal.unit, goal.currency) })
}

/** The goal's bar, with the mark where it needs to be today. */
export function GoalBar({ goal }: { readonly goal: Goal }) {
  const { t } = useTranslation('measurement')
  const number = useNumber()
  const measure = (value: string) => number.measure(value, goal.unit, goal.currency)
  const label =
    goal.now === null
      ? t('goal.bar-nothing', { target: measure(goal.target) })
      : t('goal.bar', { now: measure(goal.now), target: measure(goal.target), needed: measure(goal.neededToday) })
  return (
    <ProgressBar
      share={goal.share}
      needed={shareBetween(goal.neededToday, goal.baseline, goal.target)}
      label={label}
      standing={goal.standing}
    />
  )
}

/** Where the goal stands, and by how much it is ahead or short. */
export function GoalStanding({ goal }: { readonly goal: Goal }) {
  const words = useDistance(goal)
  return (
    <span className={classes.standing}>
      <StandingBadge standing={goal.standing} />
      {words !== '' && <span className={classes.distance}>{words}</span>}
    </span>
  )
}

/** How the goal came to where it is. */
export function GoalTrend({ goal }: { readonly goal: Goal }) {
  const { t } = useTranslation('measurement')
  const number = useNumber()
  const measure = (value: string | undefined) => number.measure(value ?? '0', goal.unit, goal.currency)
  const { series } = goal
  return (
    <Sparkline
      values={series.map((point) => Number(point.value))}
      label={t('goal.trend', { from: measure(series[0]?.value), to: measure(series.at(-1)?.value) })}
    />
  )
}
