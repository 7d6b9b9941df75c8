import { Button } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge } from '#web/ui/badge.tsx'
import { DeliveryBadge } from '#web/ui/badges.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import type { TracedPost } from '../records.ts'
import classes from './post-lines.module.css'

/** Everything that goes out or went out today, in the order of time. */
export function TodayCard({ posts }: { readonly posts: readonly TracedPost[] }) {
  const { t } = useTranslation('measurement')
  const time = useTime()
  return (
    <Card
      title={t('today.title')}
      badge={posts.length > 0 && <Badge>{posts.length}</Badge>}
      end={
        <Link to="/calendar" className="link">
          {t('today.calendar')}
        </Link>
      }
      pad={false}
    >
      {posts.length === 0 ? (
        <Empty
          icon={IconCalendar}
          title={t('today.empty.title')}
          text={t('today.empty.text')}
          action={
            <Button component={Link} to="/content" variant="light">
              {t('today.empty.action')}
            </Button>
          }
        />
      ) : (
        <ol>
          {posts.map((post) => (
            <li key={post.deliveryId} className={classes.post}>
              <time dateTime={post.dueAt} className={classes.time}>
                {time.time(post.dueAt)}
              </time>
              <RecordLink type="post" id={post.id} className={classes.title} title={post.title}>
                {post.title}
              </RecordLink>
              <span className={classes.channel}>{post.channel}</span>
              <span className={classes.state}>
                <DeliveryBadge state={post.state} at={post.dueAt} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
