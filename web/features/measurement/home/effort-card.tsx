import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Card } from '#web/ui/card.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import classes from './post-lines.module.css'

/** What the strategy costs in hours and budget this year, and what waits for the top: on one small card. */
export function EffortCard() {
  const { t } = useTranslation('plans')
  const number = useNumber()
  const cascade = useQuery(orpc.strategy.cascade.show.queryOptions({ input: { limit: 1 } })).data
  const waiting = useQuery(orpc.strategy.plans.list.queryOptions({ input: { waiting: 'true', limit: 50 } })).data
  if (cascade === undefined || (cascade.counts.plans === 0 && cascade.counts.tasks === 0)) return null
  const { total, budget, currency } = cascade
  const money = (amount: string) => number.money({ amount, currency })
  const proposals = waiting?.items.length ?? 0
  const lines = [
    t('home.effort.hours', { actual: number.count(total.hoursActual), planned: number.count(total.hoursPlanned) }),
    budget !== null && t('home.effort.budget', { granted: money(budget.granted), asked: money(budget.asked) }),
    t('home.effort.unserved', { count: cascade.orphans.objective }),
    t('home.effort.reviews', { count: cascade.reviews }),
  ].filter((line) => line !== false)
  return (
    <Card
      title={t('home.effort')}
      pad={false}
      end={
        <Link to="/strategy/cascade" className="link">
          {t('home.effort.whole')}
        </Link>
      }
    >
      <ul>
        {proposals > 0 && (
          <li className={classes.gap}>
            <Link to="/strategy/plans" className={classes.title}>
              {t('home.proposals', { count: proposals })}
            </Link>
          </li>
        )}
        {lines.map((line) => (
          <li key={line} className={classes.gap}>
            {line}
          </li>
        ))}
      </ul>
    </Card>
  )
}
