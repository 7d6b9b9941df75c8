import { ActionIcon, Button, Menu } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import {
  IconAlertTriangle,
  IconBan,
  IconDots,
  IconExternalLink,
  IconEye,
  IconPencil,
  IconRefresh,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { DeliveryBadge } from '#web/ui/badges.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { ChannelName } from '../channel-name.tsx'
import { isCancellable, isChangeable, isUnsettled } from '../post-rules.ts'
import { postTitle } from '../post-title.ts'
import type { Post } from '../records.ts'
import { usePostActions } from '../use-post-actions.ts'
import { useReasonText } from '../use-reason-text.ts'
import classes from './ledger.module.css'

/** One delivery in a line. A failed one says why and what to do; retrying is one press away. */
export function LedgerRow({ post }: { readonly post: Post }) {
  const time = useTime()
  const { delivery } = post
  const at = delivery.publishedAt ?? delivery.dueAt
  const sameDay = time.dayOf(at) === time.today()
  const elsewhere = time.elsewhere(at, post.timeZone)
  const explains = delivery.state === 'failed' || delivery.state === 'held'
  return (
    <tr role="row" className={isUnsettled(delivery.state) ? classes.unsettled : undefined}>
      <td role="cell">
        <span className="medium" title={time.instant(at)}>
          {sameDay ? time.time(at) : `${time.day(time.dayOf(at), { short: true })}, ${time.time(at)}`}
        </span>
        {elsewhere !== null && <span className={classes.elsewhere}>{elsewhere}</span>}
      </td>
      <td role="cell">
        <ChannelName channel={post.channel} />
      </td>
      <td role="cell" className={classes.lead}>
        <RecordLink type="post" id={post.id} className={classes.title} title={postTitle(post)}>
          {postTitle(post)}
        </RecordLink>
      </td>
      <td role="cell" className={classes.badge}>
        <DeliveryBadge state={delivery.state} at={delivery.dueAt} />
      </td>
      <td role="cell" className={explains ? `${classes.why} ${classes.wraps}` : classes.why}>
        <AttemptWords post={post} />
      </td>
      <td role="cell" className={classes.trace}>
        <CampaignPart post={post} />
      </td>
      <td role="cell" className={classes.last}>
        <RowActions post={post} />
      </td>
    </tr>
  )
}

function AttemptWords({ post: { delivery } }: { post: Post }) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const reason = useReasonText()
  const sends = delivery.attempts.filter((attempt) => attempt.kind === 'send').length
  const started = delivery.attempts.at(-1)?.startedAt
  if (delivery.state === 'sending' && started !== undefined)
    return t('ledger.started', { when: time.relative(started) })
  if (delivery.state === 'retry-at' && delivery.nextAt !== null)
    return `${t('ledger.again', { when: time.relative(delivery.nextAt) })}, ${delivery.reason === null ? '' : reason(delivery.reason).what}`
  if (delivery.reason !== null && ['failed', 'held'].includes(delivery.state)) {
    const { what, todo } = reason(delivery.reason)
    return <span title={delivery.words ?? undefined}>{`${what} ${todo}`}</span>
  }
  return sends === 0 ? t('attempts.none') : t('ledger.attempts', { count: sends })
}

function CampaignPart({ post }: { post: Post }) {
  const { t } = useTranslation('publishing')
  if (post.campaign !== null)
    return (
      <RecordLink type="campaign" id={post.campaign.id} title={post.campaign.title}>
        {post.campaign.title}
      </RecordLink>
    )
  return (
    <RecordLink type="post" id={post.id} className={classes.gap}>
      <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
      {t('ledger.no-campaign')}
    </RecordLink>
  )
}

function RowActions({ post }: { post: Post }) {
  const { t } = useTranslation('publishing')
  const may = useMe().actions.includes('posts.change')
  const actions = usePostActions()
  const navigate = useNavigate()
  const { state, url } = post.delivery
  const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const
  return (
    <span className={classes.acts}>
      {state === 'failed' && may && (
        <Button size="xs" variant="subtle" px={6} onClick={() => void actions.retry(post)}>
          {t('post.retry')}
        </Button>
      )}
      <Menu position="bottom-end" width={224}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('chip.menu', { title: postTitle(post) })}>
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconEye {...icon} />}
            onClick={() => void navigate({ to: '/posts/$id', params: { id: post.id } })}
          >
            {t('post.open')}
          </Menu.Item>
          {url !== null && (
            <Menu.Item
              leftSection={<IconExternalLink {...icon} />}
              component="a"
              href={url}
              target="_blank"
              rel="noreferrer"
            >
              {t('post.see')}
            </Menu.Item>
          )}
          {may && isChangeable(state) && (
            <Menu.Item
              leftSection={<IconPencil {...icon} />}
              onClick={() => void navigate({ to: '/posts/new', search: { postId: post.id } })}
            >
              {t('post.edit')}
            </Menu.Item>
          )}
          {may && isCancellable(state) && (
            <Menu.Item leftSection={<IconBan {...icon} />} onClick={() => void actions.cancel(post)}>
              {t('post.cancel')}
            </Menu.Item>
          )}
          {may && state === 'cancelled' && (
            <Menu.Item leftSection={<IconRefresh {...icon} />} onClick={() => void actions.restore(post)}>
              {t('post.restore')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}
