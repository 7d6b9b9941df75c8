import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { useNumber } from '#web/ui/use-number.ts'
import type { Task } from '../plans/records.ts'
import classes from './tasks.module.css'

/** The facts of a task on one or two quiet lines. */
export function TaskFacts({ task }: { readonly task: Task }) {
  const { t } = useTranslation('plans')
  const time = useTime()
  const number = useNumber()
  const { dueOn, checklist, posts } = task
  const hours =
    task.hoursPlanned === '0' && task.hoursActual === '0'
      ? null
      : t('plan.hours-of', { actual: number.count(task.hoursActual), planned: number.count(task.hoursPlanned) })
  const parts = [
    task.owner?.name,
    hours,
    checklist.length === 0
      ? null
      : t('task.checked', { done: checklist.filter(({ done }) => done).length, total: checklist.length }),
    posts.length === 0 ? null : t('task.posts', { count: posts.length }),
  ]
  return (
    <span className={classes.facts}>
      {dueOn !== null && (
        <span className={task.late ? classes.late : undefined}>
          {t(task.late ? 'task.late' : 'task.due', { day: time.day(dueOn) })}
        </span>
      )}
      {parts.map((part) => part != null && <span key={part}>{part}</span>)}
    </span>
  )
}
