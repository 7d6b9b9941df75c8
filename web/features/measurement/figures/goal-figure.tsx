import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import type { Goal } from '../records.ts'
import classes from './goal-figure.module.css'
import { useKpiWords } from './use-kpi-words.ts'

/** What a goal has reached, and of what target; explained by the goal's KPI. */
export function GoalFigure({ goal }: { readonly goal: Goal }) {
  const { t } = useTranslation('measurement')
  const number = useNumber()
  const time = useTime()
  const kpi = useKpiWords()(goal.kpi, goal)
  const measure = (value: string) => number.measure(value, goal.unit, goal.currency)
  const now = (
    <ExplainedNumber
      className={`medium ${classes.now}`}
      value={goal.now === null ? '–' : measure(goal.now)}
      label={kpi.name}
      definition={
        goal.now === null
          ? t('goal.not-measured')
          : t('goal.counted', { meaning: kpi.meaning, from: time.day(goal.startsOn) })
      }
      formula={kpi.formula}
      source={kpi.source}
      fresh={goal.measuredAt === null ? undefined : time.instant(goal.measuredAt)}
      to={{ to: '/trace/$type/$id', params: { type: 'goal', id: goal.id } }}
    />
  )
  return (
    <span className={classes.pair}>
      {now}
      <span className={classes.target}>{t('goal.of', { target: measure(goal.target) })}</span>
    </span>
  )
}
