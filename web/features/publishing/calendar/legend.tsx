import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DELIVERY_STATES } from '#contract/publishing.ts'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { DeliveryMark } from '../delivery-mark.tsx'
import { leadsNowhere } from '../post-rules.ts'
import type { PlacedPost } from './arrange.ts'
import classes from './legend.module.css'

interface LegendProps {
  readonly posts: readonly PlacedPost[]
}

/** What the marks mean and how many there are of each; at the end how many posts lead to a goal. */
export function Legend({ posts }: LegendProps) {
  const { t } = useTranslation(['publishing', 'ui'])
  const number = useNumber()
  const counts = Map.groupBy(posts, ({ post }) => post.state)
  const clashes = posts.filter((placed) => placed.clash !== null && placed.clashesWithEarlier).length
  const gaps = posts.filter(({ post }) => leadsNowhere(post)).length
  const kept = posts.filter(({ post }) => post.state !== 'cancelled' && post.state !== 'removed').length
  return (
    <div className={classes.legend}>
      <ul className={classes.states}>
        {DELIVERY_STATES.filter((state) => counts.has(state)).map((state) => (
          <li key={state}>
            <DeliveryMark state={state} size={16} />
            {t(`ui:delivery.${state}`)}
            <ExplainedNumber
              value={number.count(counts.get(state)?.length ?? 0)}
              label={t(`ui:delivery.${state}`)}
              definition={t(`state.${state}`)}
              source={t('legend.source')}
            />
          </li>
        ))}
        {clashes > 0 && (
          <li className={classes.clash}>
            <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
            {t('legend.clash')}
            <ExplainedNumber
              value={number.count(clashes)}
              label={t('legend.clash')}
              definition={t('legend.clash.definition')}
              source={t('legend.source')}
            />
          </li>
        )}
      </ul>
      {kept > 0 && (
        <p className={classes.traced}>
          {gaps === 0 ? t('legend.traced', { count: kept }) : t('legend.traced-but', { count: kept, gaps })}
        </p>
      )}
    </div>
  )
}
