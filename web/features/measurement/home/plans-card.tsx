import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Card } from '#web/ui/card.tsx'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import classes from './post-lines.module.css'

/** Approved plans with plan against actual, and the proposals that wait for the reader. Nothing where there is neither. */
export function PlansCard() {
  const { t } = useTranslation('plans')
  const number = useNumber()
  const waiting = useQuery(orpc.strategy.plans.list.queryOptions({ input: { waiting: 'true', limit: 20 } }))
  const running = useQuery(orpc.strategy.plans.list.queryOptions({ input: { state: 'approved', limit: 8 } }))
  const proposals = waiting.data?.items ?? []
  const plans = running.data?.items ?? []
  if (proposals.length + plans.length === 0) return null
  return (
    <Card
      title={t('home.plan-against-actual')}
      pad={false}
      end={
        <Link to="/strategy/plans" className="link">
          {proposals.length > 0 ? t('home.proposals', { count: proposals.length }) : t('home.plans.all')}
        </Link>
      }
    >
      <ul>
        {[...proposals, ...plans].map((plan) => (
          <li key={plan.id} className={classes.gap}>
            <Link to="/strategy/plans/$id" params={{ id: plan.id }} className={classes.title} title={plan.title}>
              {plan.title}
            </Link>
            <span className={classes.where}>
              {plan.state === 'proposed'
                ? [
                    t('plan.state.proposed'),
                    plan.askedBudget !== null &&
                      t('plan.asks', { amount: number.money({ amount: plan.askedBudget, currency: plan.currency }) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')
                : [
                    t('plan.tasks-of', { done: plan.tasks.done, total: plan.tasks.total }),
                    t('plan.hours-of', {
                      actual: number.count(plan.tasks.hoursActual),
                      planned: number.count(plan.tasks.hoursPlanned),
                    }),
                  ].join(' · ')}
            </span>
            <span className={classes.plan} style={{ width: 96 }}>
              {plan.tasks.total > 0 && (
                <ProgressBar
                  share={plan.tasks.done / plan.tasks.total}
                  label={t('plan.tasks-of', { done: plan.tasks.done, total: plan.tasks.total })}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
