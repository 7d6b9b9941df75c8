import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import { Figure, MoneyFigure } from '../figures/figure.tsx'
import type { Overview } from '../records.ts'
import classes from './overview.module.css'

/** The period's five figures. */
export function TotalsCard({ overview: { total, engagements } }: { readonly overview: Overview }) {
  return (
    <Card>
      <dl className={classes.totals}>
        <Total measure="value">
          <MoneyFigure value={total.value} to={{ to: '/measure', search: { tab: 'conversions' } }} />
        </Total>
        <Total measure="conversions">
          <Figure
            measure="conversions"
            value={total.conversions}
            to={{ to: '/measure', search: { tab: 'conversions' } }}
          />
        </Total>
        <Total measure="clicks">
          <Figure measure="clicks" value={total.clicks} to={{ to: '/measure', search: { tab: 'links' } }} />
        </Total>
        <Total measure="engagements">
          <Figure measure="engagements" value={engagements} to={{ to: '/measure', hash: 'posts' }} />
        </Total>
        <Total measure="posts">
          <Figure
            measure="posts"
            value={total.posts}
            to={{ to: '/calendar/deliveries', search: { state: 'published' } }}
          />
        </Total>
      </dl>
    </Card>
  )
}

function Total({
  measure,
  children,
}: {
  measure: 'value' | 'conversions' | 'clicks' | 'engagements' | 'posts'
  children: ReactNode
}) {
  const { t } = useTranslation('measurement')
  return (
    <div className={classes.total}>
      <dt>{t(`measure.${measure}`)}</dt>
      <dd>{children}</dd>
    </div>
  )
}
