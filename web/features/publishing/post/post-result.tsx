import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Card } from '#web/ui/card.tsx'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import type { Post } from '../records.ts'
import classes from './post-result.module.css'

/** What the post brought: clicks, conversions and their value, each explained. */
export function PostResult({ post }: { readonly post: Post }) {
  const { t } = useTranslation('publishing')
  const number = useNumber()
  const result = useQuery(orpc.measurement.postMetrics.queryOptions({ input: { id: post.id } })).data?.result
  if (result === undefined) return null
  const value = result.value.length === 0 ? '–' : result.value.map(number.money).join(' + ')
  const trace = { to: '/trace/$type/$id', params: { type: 'post', id: post.id } } as const
  return (
    <Card title={t('result.title')}>
      <dl className={classes.figures}>
        <div>
          <dt>{t('metric.clicks')}</dt>
          <dd>
            <ExplainedNumber
              value={number.count(result.clicks)}
              label={t('metric.clicks')}
              definition={t('metric.clicks.what')}
              source={t('metric.source.links')}
            />
          </dd>
        </div>
        <div>
          <dt>{t('result.conversions')}</dt>
          <dd>
            <ExplainedNumber
              value={number.count(result.conversions)}
              label={t('result.conversions')}
              definition={t('result.conversions.what')}
              source={t('result.source')}
              to={trace}
            />
          </dd>
        </div>
        <div>
          <dt>{t('result.value')}</dt>
          <dd>
            <ExplainedNumber
              value={value}
              label={t('result.value')}
              definition={t('result.value.what')}
              source={t('result.source')}
              to={trace}
            />
          </dd>
        </div>
      </dl>
    </Card>
  )
}
