import { IconAlertTriangle, IconDots } from '@tabler/icons-react'
import { memo } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { formatTime } from '#web/kernel/time.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { recordPath } from '#web/ui/record-link.tsx'
import { DeliveryMark } from '../delivery-mark.tsx'
import { PlatformMark } from '../platform-mark.tsx'
import { isMovable, leadsNowhere } from '../post-rules.ts'
import { withoutAddresses } from '../post-title.ts'
import type { PlacedPost } from './arrange.ts'
import { useCalendarActions } from './calendar-actions.ts'
import classes from './post-chip.module.css'

interface PostChipProps {
  readonly placed: PlacedPost
  /** One line instead of two, for months. */
  readonly line?: boolean
}

/** A post in the calendar. A click opens its panel, M moves it, the dots open its menu; it can be dragged while it waits. */
export const PostChip = memo(function PostChip({ placed, line = false }: PostChipProps) {
  const { post } = placed
  const actions = useCalendarActions()
  const mayMove = useMe().actions.includes('posts.change') && isMovable(post.state)
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    actions.open(post)
  }
  const byKey = (event: KeyboardEvent) => {
    if (mayMove && event.key.toLowerCase() === 'm' && !event.ctrlKey && !event.metaKey && !event.altKey)
      actions.askToMove(post)
  }
  const names = [classes.chip, line ? classes.line : '', placed.clash === null ? '' : classes.clash]
    .filter(Boolean)
    .join(' ')
  return (
    <div className={names} data-state={post.state}>
      <a
        href={recordPath('post', post.id)}
        className={classes.open}
        onClick={open}
        onKeyDown={byKey}
        draggable={mayMove}
        aria-keyshortcuts={mayMove ? 'M' : undefined}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move'
          event.dataTransfer.setData('text/plain', post.title)
          actions.drag(post)
        }}
        onDragEnd={() => actions.drag(null)}
      >
        <ChipWords placed={placed} />
      </a>
      <MenuButton placed={placed} />
    </div>
  )
})

function ChipWords({ placed: { post, clash } }: { placed: PlacedPost }) {
  const { t } = useTranslation(['publishing', 'ui'])
  const time = useTime()
  const elsewhere = time.elsewhere(post.dueAt, post.timeZone)
  const gap = leadsNowhere(post)
  return (
    <>
      <span className={classes.head}>
        <PlatformMark platform={post.channel.platform} size={14} />
        <span className={classes.time}>{time.time(post.dueAt)}</span>
        {elsewhere !== null && (
          <span className={classes.elsewhere} title={elsewhere}>
            {formatTime({ ...time.reader, timeZone: post.timeZone }, post.dueAt)}
          </span>
        )}
        <span className={classes.marks}>
          {gap && <IconAlertTriangle size={14} stroke={1.5} color="var(--warn)" aria-hidden />}
          <DeliveryMark state={post.state} />
        </span>
      </span>
      <span className={classes.title} title={post.title}>
        {withoutAddresses(post.title)}
      </span>
      <span className="visually-hidden">
        {`, ${post.channel.name}, ${t(`ui:delivery.${post.state}`)}`}
        {gap && `, ${t('chip.no-goal')}`}
        {clash !== null && `, ${t('chip.clash', { count: clash })}`}
      </span>
    </>
  )
}

function MenuButton({ placed: { post } }: PostChipProps) {
  const { t } = useTranslation('publishing')
  const actions = useCalendarActions()
  return (
    <button
      type="button"
      className={classes.menu}
      aria-haspopup="menu"
      aria-label={t('chip.menu', { title: withoutAddresses(post.title) })}
      onClick={(event) => actions.menu(post, event.currentTarget)}
    >
      <IconDots size={14} stroke={1.5} aria-hidden />
    </button>
  )
}

/** Stands under the later of two posts that clash. */
export function ClashNote({ minutes }: { readonly minutes: number }) {
  const { t } = useTranslation('publishing')
  return (
    <span className={classes.note}>
      <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
      <span className="ellipsis">{t('chip.clash', { count: minutes })}</span>
    </span>
  )
}
