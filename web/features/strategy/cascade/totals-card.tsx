import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import classes from '../strategy.module.css'
import type { Cascade } from '../plans/records.ts'

/** The whole effort of the days in a few figures. */
export function TotalsCard({ cascade }: { readonly cascade: Cascade }) {
  const { t } = useTranslation('plans')
  const number = useNumber()
  const { total, budget, counts, currency } = cascade
  return (
    <Card>
      <dl className={classes.figures}>
        <div className={classes.figure}>
          <dt>{t('cascade.counts.label', { objectives: counts.objectives })}</dt>
          <dd>
            {number.count(counts.goals + counts.plans + counts.tasks + counts.campaigns)}
            <small>{t('cascade.counts', counts)}</small>
          </dd>
        </div>
        <div className={classes.figure}>
          <dt>{t('cascade.hours-actual')}</dt>
          <dd>
            {number.count(total.hoursActual)}
            <small>
              {t('cascade.hours-planned')}: {number.count(total.hoursPlanned)}
            </small>
          </dd>
        </div>
        <div className={classes.figure}>
          <dt>{t('cascade.posts')}</dt>
          <dd>{number.count(total.posts)}</dd>
        </div>
        <div className={classes.figure}>
          <dt>{t('cascade.value')}</dt>
          <dd>{number.money({ amount: total.value, currency })}</dd>
        </div>
        {budget !== null && (
          <div className={classes.figure}>
            <dt>{t('cascade.budget')}</dt>
            <dd>
              {number.money({ amount: budget.granted, currency })}
              <small>{t('cascade.budget.asked', { asked: number.money({ amount: budget.asked, currency }) })}</small>
            </dd>
          </div>
        )}
      </dl>
    </Card>
  )
}
