import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { PlanBadge, ReviewBadge } from './plan-badge.tsx'
import type { Plan } from './records.ts'
import classes from './plans.module.css'

interface PlanTableProps {
  readonly caption: string
  readonly plans: readonly Plan[]
}

/** Plans with where they stand, and plan against actual: tasks, hours, budget. */
export function PlanTable({ caption, plans }: PlanTableProps) {
  const { t } = useTranslation('plans')
  const time = useTime()
  const number = useNumber()
  const budget = (plan: Plan) => {
    if (plan.grantedBudget !== null) return number.money({ amount: plan.grantedBudget, currency: plan.currency })
    if (plan.askedBudget === null) return '–'
    return t('plan.asks', { amount: number.money({ amount: plan.askedBudget, currency: plan.currency }) })
  }
  const columns: readonly Column<Plan>[] = [
    {
      key: 'plan',
      head: t('plan.column.plan'),
      cell: (plan) => (
        <span className={classes.lead}>
          <Link to="/strategy/plans/$id" params={{ id: plan.id }} className="link" title={plan.title}>
            {plan.title}
          </Link>
          <span className={classes.quiet}>
            {[t(`plan.level.${plan.level}`), plan.unit?.name].filter(Boolean).join(' · ')}
          </span>
        </span>
      ),
    },
    {
      key: 'state',
      head: t('plan.column.state'),
      cell: (plan) => (
        <span className={classes.badges}>
          <PlanBadge state={plan.state} />
          <ReviewBadge count={plan.reviews} />
        </span>
      ),
      width: 130,
    },
    { key: 'days', head: t('plan.column.days'), cell: (plan) => time.days(plan.startsOn, plan.endsOn), width: 190 },
    { key: 'owner', head: t('plan.column.owner'), cell: (plan) => plan.owner?.name ?? '–', width: 130 },
    {
      key: 'tasks',
      head: t('plan.column.tasks'),
      number: true,
      cell: ({ tasks }) => t('plan.tasks-of', { done: number.count(tasks.done), total: number.count(tasks.total) }),
      width: 90,
    },
    {
      key: 'hours',
      head: t('plan.column.hours'),
      number: true,
      cell: ({ tasks }) =>
        t('plan.hours-of', { actual: number.count(tasks.hoursActual), planned: number.count(tasks.hoursPlanned) }),
      width: 105,
    },
    { key: 'budget', head: t('plan.column.budget'), number: true, cell: budget, width: 140 },
  ]
  return <DataTable caption={caption} columns={columns} rows={plans} rowKey={(plan) => plan.id} />
}
