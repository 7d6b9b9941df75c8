import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import type { Plan } from '../plans/records.ts'
import strategy from '../strategy.module.css'
import classes from './budget.module.css'
import { Gaps } from './gaps.tsx'

const SUMS = ['planned', 'committed', 'actual', 'left'] as const

/** A plan's budget against what was charged to it and to the action plans below it, over the years that it runs in. */
export function PlanBudgetCard({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('budget')
  const time = useTime()
  const number = useNumber()
  const reads = useMay('budget.read').because === ''
  const today = time.today()
  const to = plan.endsOn > today ? plan.endsOn : today
  const query = useQuery(
    orpc.strategy.budget.show.queryOptions({
      input: { planId: plan.id, by: 'plan', from: `${Math.max(yearOf(plan.startsOn), yearOf(to) - 4)}-01-01`, to },
      enabled: reads && plan.level === 'tactical',
    }),
  )
  const budget = query.data
  if (budget === undefined) return null
  const granted = plan.grantedBudget ?? plan.askedBudget
  return (
    <Card
      title={t('plan.title')}
      end={
        <Link to="/strategy/budget" search={{ view: 'lines', plan: plan.id }} className="link">
          {t('plan.lines')}
        </Link>
      }
    >
      <div className={classes.form}>
        {granted !== null && (
          <p>
            {t('plan.of', {
              used: number.money({ amount: budget.total.actual, currency: budget.currency }),
              budget: number.money({ amount: granted, currency: plan.currency }),
            })}
          </p>
        )}
        <dl className={strategy.facts}>
          {SUMS.map((name) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{t(`sum.${name}`)}</dt>
              <dd>
                <ExplainedNumber
                  value={number.money({ amount: budget.total[name], currency: budget.currency })}
                  label={t(`sum.${name}`)}
                  definition={t(`sum.${name}.means`)}
                  source={t('sum.source')}
                />
              </dd>
            </div>
          ))}
        </dl>
        <Gaps budget={budget} />
      </div>
    </Card>
  )
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
