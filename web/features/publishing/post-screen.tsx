import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { DeliveryBadge } from '#web/ui/badges.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import type { Trace } from '#web/ui/trace-line.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { Attempts } from './deliveries/attempts.tsx'
import { Settlement } from './deliveries/settlement.tsx'
import { DeliveryTrouble } from './post/delivery-trouble.tsx'
import { PostApproval } from './post/post-approval.tsx'
import { PostButtons } from './post/post-buttons.tsx'
import { PostFacts } from './post/post-facts.tsx'
import { PostMetrics } from './post/post-metrics.tsx'
import { PostResult } from './post/post-result.tsx'
import { PostTrace } from './post/post-trace.tsx'
import { SentParts } from './post/sent-parts.tsx'
import { isMoving, isUnsettled } from './post-rules.ts'
import { postTitle } from './post-title.ts'
import { ChannelPreview } from './preview/channel-preview.tsx'
import { everyChannel, postQuery, traceQuery } from './queries.ts'
import type { Post } from './records.ts'
import classes from './post/post-screen.module.css'

/** One post: where it leads, what was sent, what happened, what it brought. */
export function PostScreen() {
  const { t } = useTranslation('publishing')
  const { id } = useParams({ from: '/shell/posts/$id' })
  const post = useQuery({
    ...postQuery(id),
    refetchInterval: (query) =>
      query.state.data !== undefined && isMoving(query.state.data.delivery, new Date()) ? 2000 : 60_000,
  })
  const trace = useQuery(traceQuery(id))
  const loaded = post.data
  return (
    <Page
      title={loaded === undefined ? t('post.one') : postTitle(loaded)}
      badge={
        loaded && (
          <DeliveryBadge state={loaded.delivery.state} at={loaded.delivery.dueAt} reason={loaded.delivery.reason} />
        )
      }
      actions={loaded && <PostButtons post={loaded} />}
      trace={trace.isLoading ? 'loading' : null}
    >
      <Loaded query={post} skeleton={8}>
        {(data) => <PostBody post={data} trace={trace.data} />}
      </Loaded>
    </Page>
  )
}

function PostBody({ post, trace }: { post: Post; trace: Trace | undefined }) {
  const { t } = useTranslation('publishing')
  const { delivery } = post
  const out = delivery.state === 'published' || delivery.state === 'removed'
  return (
    <>
      {trace !== undefined && (
        <Card className={classes.trace}>
          <PostTrace post={post} trace={trace} />
        </Card>
      )}
      <div className={classes.columns}>
        <div className={classes.main}>
          <DeliveryTrouble delivery={delivery} />
          {isUnsettled(delivery.state) && (
            <div className={classes.settle}>
              <Settlement post={post} />
            </div>
          )}
          {out && <PostResult post={post} />}
          {out && <PostMetrics post={post} />}
          <Card
            title={t(out ? 'post.text.sent' : 'post.text')}
            end={post.trackLinks ? t('post.tracked') : t('post.untracked')}
          >
            <SentParts post={post} />
          </Card>
          {!isUnsettled(delivery.state) && (
            <Card title={t('post.delivery')}>
              <Attempts attempts={delivery.attempts} />
            </Card>
          )}
        </div>
        <div className={classes.side}>
          <Suspense fallback={null}>
            <PostApproval post={post} />
          </Suspense>
          <Card title={t('post.facts')}>
            <PostFacts post={post} />
          </Card>
          <Preview post={post} />
        </div>
      </div>
    </>
  )
}

function Preview({ post }: { post: Post }) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const channel = useQuery(everyChannel).data?.find((one) => one.id === post.channel.id)
  const texts = post.delivery.sends.length > 0 ? post.delivery.sends : [{ text: post.text }, ...post.thread]
  const media = [post.media, ...post.thread.map((part) => part.media)]
  return (
    <ChannelPreview
      note={t('preview.note')}
      previewed={{
        channel: { ...post.channel, handle: channel?.handle ?? post.channel.name },
        parts: texts.map((part, place) => ({ text: part.text, media: media[place] ?? [] })),
        title: post.title,
        contentWarning: post.contentWarning,
        date: time.date(post.delivery.publishedAt ?? post.delivery.dueAt),
        language: post.language,
      }}
    />
  )
}
