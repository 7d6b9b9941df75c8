import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { DeliveryBadge } from '#web/ui/badges.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { ComposeLink } from '../compose-link.tsx'
import classes from '../content.module.css'
import type { Post } from '../records.ts'
import { PlatformMark } from '../variants/platform-mark.tsx'

/** The posts of a campaign, latest plan first, each with how its delivery stands. */
export function CampaignPosts({ campaignId }: { readonly campaignId: string }) {
  const { t } = useTranslation(['content', 'ui'])
  const query = useInfiniteQuery(
    orpc.publishing.posts.infiniteOptions({
      input: (cursor: string | undefined) => ({ campaignId, limit: 20, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  const posts = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Card
      title={t('campaign.posts')}
      end={posts.length > 0 && <ComposeLink campaignId={campaignId} variant="default" size="xs" />}
    >
      <Loaded query={query}>
        {() =>
          posts.length === 0 ? (
            <Empty
              icon={IconSend}
              title={t('campaign.no-post')}
              text={t('campaign.no-post.text')}
              example={t('campaign.no-post.example')}
              action={<ComposeLink campaignId={campaignId} variant="light" />}
            />
          ) : (
            <ul className={classes.rows}>
              {posts.map((post) => (
                <PostRow key={post.id} post={post} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {query.hasNextPage && (
        <Button
          mt={12}
          variant="default"
          size="xs"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
    </Card>
  )
}

function PostRow({ post }: { post: Post }) {
  const { t } = useTranslation('content')
  const time = useTime()
  const first = post.title ?? post.text.split('\n').find((line) => line.trim() !== '') ?? t('post.untitled')
  const at = post.delivery.publishedAt ?? post.delivery.dueAt
  const elsewhere = time.elsewhere(at, post.timeZone)
  return (
    <li>
      <span className={classes.what}>
        <RecordLink type="post" id={post.id} className="medium" title={first}>
          {first}
        </RecordLink>
        <span className={classes.post}>
          <span>
            <PlatformMark platform={post.channel.platform} size={14} />
            {post.channel.name}
          </span>
          <span>
            {time.instant(at)}
            {elsewhere !== null && ` (${elsewhere})`}
          </span>
        </span>
      </span>
      <DeliveryBadge state={post.delivery.state} at={post.delivery.dueAt} />
    </li>
  )
}
