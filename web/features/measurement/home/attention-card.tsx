import { IconAlertCircle, IconCircleCheck, IconHelpCircle, IconPlayerPause } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import type { TracedPost } from '../records.ts'
import classes from './lines-card.module.css'
import { useReason } from './use-reason.ts'

const TROUBLES = ['failed', 'unknown', 'needs-person', 'held'] as const
type Trouble = (typeof TROUBLES)[number]

const LOOK = {
  failed: [classes.bad, IconAlertCircle],
  unknown: [classes.warn, IconHelpCircle],
  'needs-person': [classes.warn, IconHelpCircle],
  held: [classes.bad, IconPlayerPause],
} as const

function troubleOf(post: TracedPost): Trouble {
  return TROUBLES.find((trouble) => trouble === post.state) ?? 'failed'
}

/** Deliveries that wait for somebody: what happened, and where it can be mended. */
export function AttentionCard({ posts }: { readonly posts: readonly TracedPost[] }) {
  const { t } = useTranslation('measurement')
  return (
    <Card title={t('attention.title')} badge={posts.length > 0 && <Badge tone="bad">{posts.length}</Badge>} pad={false}>
      {posts.length === 0 ? (
        <Empty icon={IconCircleCheck} title={t('attention.empty.title')} text={t('attention.empty.text')} />
      ) : (
        <ul>
          {posts.map((post) => (
            <AttentionLine key={post.deliveryId} post={post} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function AttentionLine({ post }: { post: TracedPost }) {
  const { t } = useTranslation('measurement')
  const time = useTime()
  const reason = useReason()
  const trouble = troubleOf(post)
  const [look, Mark] = LOOK[trouble]
  const why = (trouble === 'failed' && post.reason !== null ? reason(post.reason) : null) ?? t(`attention.${trouble}`)
  return (
    <li className={classes.line}>
      <Mark className={look} size={18} stroke={1.5} aria-hidden />
      <p className={classes.title} title={post.title}>
        {post.title}
      </p>
      <p className={classes.text}>
        {t('attention.where', { channel: post.channel, when: time.relative(post.dueAt) })}
        <br />
        {why}
      </p>
      <Link
        to="/posts/$id"
        params={{ id: post.id }}
        className={`link ${classes.way}`}
        aria-label={`${t(`attention.${trouble}.way`)}: ${post.title}`}
      >
        {t(`attention.${trouble}.way`)}
      </Link>
    </li>
  )
}
