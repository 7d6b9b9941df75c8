import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import type { Trace } from '#web/ui/trace-shape.ts'
import { Figure, MoneyFigure } from '../figures/figure.tsx'
import classes from './trace.module.css'

/** What came back over all posts of the trace, each figure with its meaning beside it. */
export function ResultCard({ trace: { result, subject } }: { readonly trace: Trace }) {
  const { t } = useTranslation('measurement')
  const links = { to: '/measure', search: { tab: 'links' } } as const
  const conversions = { to: '/measure', search: { tab: 'conversions' } } as const
  const posts = { to: '/calendar/deliveries', search: { state: 'published' } } as const
  return (
    <Card title={t('trace.result')} end={t(`trace.result.${subject.type === 'post' ? 'one' : 'all'}`)}>
      <dl className={classes.figures}>
        <Part measure="posts">
          <Figure measure="posts" value={result.posts} to={posts} />
        </Part>
        <Part measure="clicks">
          <Figure measure="clicks" value={result.clicks} to={links} />
        </Part>
        <Part measure="conversions">
          <Figure measure="conversions" value={result.conversions} to={conversions} />
        </Part>
        {result.value.length === 0 ? (
          <Part measure="value">
            <MoneyFigure value={[]} to={conversions} />
          </Part>
        ) : (
          result.value.map((money) => (
            <Part key={money.currency} measure="value" currency={result.value.length > 1 ? money.currency : null}>
              <MoneyFigure value={[money]} to={conversions} />
            </Part>
          ))
        )}
      </dl>
    </Card>
  )
}

interface PartProps {
  readonly measure: 'posts' | 'clicks' | 'conversions' | 'value'
  readonly currency?: string | null
  readonly children: ReactNode
}

function Part({ measure, currency = null, children }: PartProps) {
  const { t } = useTranslation('measurement')
  return (
    <div>
      <dt>{currency === null ? t(`measure.${measure}`) : t('trace.value-in', { currency })}</dt>
      <dd className={classes.big}>{children}</dd>
      <dd className={classes.meaning}>{t(`measure.${measure}.meaning`)}</dd>
    </div>
  )
}
