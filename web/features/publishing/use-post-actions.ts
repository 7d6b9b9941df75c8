import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, asProblem } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { useConfirm } from '#web/ui/confirm.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshPublishing } from './queries.ts'
import { useRefusedText } from './use-reason-text.ts'
import { instantOf } from './wall-clock.ts'

/** What an action needs to know of a post; calendar entries and whole posts both do. */
export interface ActedPost {
  readonly id: string
  readonly version: number
  readonly plannedAt: string
  readonly timeZone: string
}

/** Everything that can be done with a post, each with its toast, its undo and its refusal in words. */
export interface PostActions {
  /** Answers whether it was moved; `plannedAt` is wall-clock time of the post's own zone unless another is given. */
  readonly move: (post: ActedPost, plannedAt: string, timeZone?: string) => Promise<boolean>
  readonly cancel: (post: ActedPost) => Promise<void>
  readonly restore: (post: ActedPost) => Promise<void>
  readonly retry: (post: ActedPost) => Promise<void>
  readonly remove: (post: ActedPost, channel: string) => Promise<void>
}

/** Tries a change, says in a toast what came of it, and has everything asked for again. */
function useAttempt() {
  const { t } = useTranslation('publishing')
  const queryClient = useQueryClient()
  const refusedText = useRefusedText()
  return async (change: () => Promise<() => void>): Promise<boolean> => {
    try {
      const tell = await change()
      tell()
      return true
    } catch (error) {
      const conflict = asProblem(error).code === 'record.changed'
      announce(conflict ? t('post.conflict') : refusedText(error), { tone: 'refused' })
      return false
    } finally {
      await refreshPublishing(queryClient)
    }
  }
}

/** The actions on posts for the screens of publishing. What they change is asked for again everywhere. */
export function usePostActions(): PostActions {
  const { t } = useTranslation('publishing')
  const confirm = useConfirm()
  const time = useTime()
  const attempt = useAttempt()
  const move: PostActions['move'] = (post, plannedAt, timeZone = post.timeZone) =>
    attempt(async () => {
      const moved = await api.publishing.changePost(
        { id: post.id, plannedAt, timeZone },
        { context: { version: post.version } },
      )
      const undo = async () => void (await move(moved, post.plannedAt, post.timeZone))
      return () => announce(t('post.moved', { when: time.instant(instantOf(plannedAt, timeZone)) }), { undo })
    })
  const cancel = async (post: ActedPost) =>
    void (await attempt(async () => {
      const cancelled = await api.publishing.cancelPost({ id: post.id }, { context: { version: post.version } })
      return () => announce(t('post.cancelled'), { undo: () => restore(cancelled) })
    }))
  const restore = async (post: ActedPost) =>
    void (await attempt(async () => {
      await api.publishing.restorePost({ id: post.id }, { context: { version: post.version } })
      return () => announce(t('post.restored'))
    }))
  const retry = async (post: ActedPost) =>
    void (await attempt(async () => {
      await api.publishing.retryDelivery({ id: post.id }, { context: { version: post.version } })
      return () => announce(t('post.retried'))
    }))
  const remove = async (post: ActedPost, channel: string) => {
    if (
      !(await confirm({
        title: t('post.remove.title'),
        consequence: t('post.remove.consequence', { channel }),
        action: t('post.remove.action'),
      }))
    )
      return
    await attempt(async () => {
      await api.publishing.removePost({ id: post.id }, { context: { version: post.version } })
      return () => announce(t('post.removed'))
    })
  }
  return { move, cancel, restore, retry, remove }
}
