import { useTranslation } from 'react-i18next'
import { Card } from '#web/ui/card.tsx'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import type { Trace } from '#web/ui/trace-shape.ts'
import { useNumber } from '#web/ui/use-number.ts'
import classes from './strategy.module.css'

/** What came back for everything below a record: posts, clicks, conversions and their value. */
export function ResultCard({ trace }: { readonly trace: Trace | 'loading' | null }) {
  const { t } = useTranslation('strategy')
  const number = useNumber()
  if (trace === null || trace === 'loading') return null
  const { result, subject } = trace
  const to = { to: '/trace/$type/$id', params: subject } as const
  const figures = [
    ['posts', number.count(result.posts)],
    ['clicks', number.count(result.clicks)],
    ['conversions', number.count(result.conversions)],
    ['value', result.value.length === 0 ? '–' : result.value.map(number.money).join(' + ')],
  ] as const
  return (
    <Card title={t('result.title')}>
      <dl className={classes.figures}>
        {figures.map(([name, value]) => (
          <div key={name} className={classes.figure}>
            <dt>{t(`result.${name}`)}</dt>
            <dd>
              <ExplainedNumber
                value={value}
                label={t(`result.${name}`)}
                definition={t(`result.${name}.means`)}
                to={to}
              />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
