import { Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { IconArrowsMove, IconBan, IconEye, IconPencil } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { MoveDialog } from '../move-dialog.tsx'
import { isCancellable, isChangeable } from '../post-rules.ts'
import { PostPanel } from '../post/post-panel.tsx'
import type { CalendarPost, CalendarRequest } from '../records.ts'
import { usePostActions } from '../use-post-actions.ts'
import type { ActedPost } from '../use-post-actions.ts'
import { instantOf } from '../wall-clock.ts'
import { AnchoredMenu, AnchoredPopover } from './anchored.tsx'
import type { Anchor } from './anchored.tsx'
import type { PlacedPost } from './arrange.ts'
import { CalendarActionsContext, DraggedPost, useCalendarActions } from './calendar-actions.ts'
import type { CalendarActions } from './calendar-actions.ts'
import { PostChip } from './post-chip.tsx'
import classes from './calendar-workbench.module.css'

interface WorkbenchProps {
  readonly input: CalendarRequest
  readonly placed: readonly PlacedPost[]
  readonly children: ReactNode
}

interface Opened {
  readonly menu?: CalendarPost
  readonly more?: { readonly title: string; readonly ids: ReadonlySet<string> }
  /** Where it opens; measured at the press, because the button may be gone by then. */
  readonly at: Anchor
  readonly pressed: HTMLElement
}

/** What works on the posts of the calendar: panel, menu, list of a full day, dragging, the dialog that moves. */
export function CalendarWorkbench({ input, placed, children }: WorkbenchProps) {
  const [panel, setPanel] = useState<string | null>(null)
  const [moved, setMoved] = useState<CalendarPost | null>(null)
  const [dragged, setDragged] = useState<CalendarPost | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const moveTo = useOptimisticMove(input)
  const close = () => {
    opened?.pressed.focus()
    setOpened(null)
  }
  const actions = useMemo<CalendarActions>(
    () => ({
      open: (post) => {
        setOpened(null)
        setPanel(post.id)
      },
      menu: (post, anchor) => setOpened({ menu: post, at: anchor.getBoundingClientRect(), pressed: anchor }),
      askToMove: setMoved,
      moveTo: (post, plannedAt) => void moveTo(post, plannedAt, post.timeZone),
      drag: setDragged,
      more: (title, ids, anchor) =>
        setOpened({ more: { title, ids: new Set(ids) }, at: anchor.getBoundingClientRect(), pressed: anchor }),
    }),
    [moveTo],
  )
  return (
    <CalendarActionsContext value={actions}>
      <DraggedPost value={dragged}>{children}</DraggedPost>
      {opened?.menu !== undefined && <PostMenu post={opened.menu} at={opened.at} onClose={close} />}
      {opened?.more !== undefined && (
        <AnchoredPopover anchor={opened.at} label={opened.more.title} onClose={close}>
          <h3 className={classes.head} tabIndex={-1} data-autofocus>
            {opened.more.title}
          </h3>
          <div className={classes.list}>
            {placed
              .filter(({ post }) => opened.more?.ids.has(post.id))
              .map((one) => (
                <PostChip key={one.post.id} placed={one} />
              ))}
          </div>
        </AnchoredPopover>
      )}
      <MoveDialog
        post={moved}
        onClose={() => setMoved(null)}
        onMove={(post, plannedAt, timeZone) => moveTo(post, plannedAt, timeZone)}
      />
      <PostPanel id={panel} onClose={() => setPanel(null)} />
    </CalendarActionsContext>
  )
}

/** Shows a post at its new time at once and puts it back when the server refuses. */
function useOptimisticMove(input: CalendarRequest) {
  const queryClient = useQueryClient()
  const { move } = usePostActions()
  const latest = useRef({ input, move })
  useEffect(() => {
    latest.current = { input, move }
  })
  return useCallback(
    async (post: ActedPost, plannedAt: string, timeZone: string) => {
      const key = orpc.publishing.calendar.queryKey({ input: latest.current.input })
      const before = queryClient.getQueryData(key)
      await queryClient.cancelQueries({ queryKey: key })
      queryClient.setQueryData(
        key,
        (answer) =>
          answer && {
            ...answer,
            posts: answer.posts.map((one) =>
              one.id === post.id
                ? { ...one, plannedAt, timeZone, dueAt: instantOf(plannedAt, timeZone).toISOString() }
                : one,
            ),
          },
      )
      const moved = await latest.current.move(post, plannedAt, timeZone)
      // After a refusal the calendar was asked for again; only where that failed too is the old one put back.
      if (!moved && queryClient.getQueryState(key)?.status === 'error') queryClient.setQueryData(key, before)
    },
    [queryClient],
  )
}

function PostMenu({ post, at, onClose }: { post: CalendarPost; at: Anchor; onClose: () => void }) {
  const { t } = useTranslation('publishing')
  const may = useMe().actions.includes('posts.change')
  const calendar = useCalendarActions()
  const actions = usePostActions()
  const navigate = useNavigate()
  return (
    <AnchoredMenu anchor={at} label={t('chip.menu', { title: post.title })} onClose={onClose}>
      <Menu.Item leftSection={<IconEye size={16} stroke={1.5} aria-hidden />} onClick={() => calendar.open(post)}>
        {t('post.open')}
      </Menu.Item>
      {may && isChangeable(post.state) && (
        <>
          <Menu.Item
            leftSection={<IconArrowsMove size={16} stroke={1.5} aria-hidden />}
            rightSection={<kbd className={classes.key}>M</kbd>}
            onClick={() => calendar.askToMove(post)}
          >
            {t('post.move')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPencil size={16} stroke={1.5} aria-hidden />}
            onClick={() => void navigate({ to: '/posts/new', search: { postId: post.id } })}
          >
            {t('post.edit')}
          </Menu.Item>
        </>
      )}
      {may && isCancellable(post.state) && (
        <Menu.Item
          leftSection={<IconBan size={16} stroke={1.5} aria-hidden />}
          onClick={() => void actions.cancel(post)}
        >
          {t('post.cancel')}
        </Menu.Item>
      )}
    </AnchoredMenu>
  )
}
