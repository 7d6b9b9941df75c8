import { useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { api, asProblem, orpc } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { refreshPublishing } from '../queries.ts'
import type { Channel, Post, PostRequest } from '../records.ts'
import { formOf } from './composition.ts'
import type { Outgoing } from './composition.ts'
import { asksTheSame, postRequest } from './post-request.ts'
import { variantOf } from './start-composition.ts'
import type { Composing } from './use-composition.ts'

/** Whether nobody can say if the request arrived: no answer, or one from something in between. */
function isUnanswered(problem: Problem): boolean {
  return problem.status === 0 || problem.status >= 500 || problem.code === 'request.in-progress'
}

export interface Planning {
  readonly busy: boolean
  /** Why a channel refused, by its id. */
  readonly refused: Readonly<Record<string, Problem>>
  /** Plans the composition on each channel that does not have it yet. Answers whether all have it now. */
  readonly plan: (channels: readonly Channel[]) => Promise<boolean>
}

/**
 * Plans one post a channel. Each wish has a key of its own that is kept with the draft before it leaves: pressing twice, or
 * again after a lost answer or a reload, makes no second post. What was planned stays planned when another channel refuses.
 */
export function usePlanning({ composition, keepNow }: Composing): Planning {
  const queryClient = useQueryClient()
  const { taskId } = useSearch({ from: '/shell/posts/new' })
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const [refused, setRefused] = useState<Readonly<Record<string, Problem>>>({})

  /** Keeps the request before it leaves; forgets it only when the server has certainly refused it. */
  async function send(channelId: string, body: PostRequest, key: string): Promise<Post> {
    const outgoing: Outgoing = { key, body: JSON.stringify(body), state: 'sent', postId: null }
    keepNow({ kind: 'outgoing', channelId, outgoing })
    try {
      const post = await api.publishing.createPost(body, { context: { idempotencyKey: key } })
      if (taskId !== undefined) await rememberTask(taskId, post.id)
      keepNow({ kind: 'outgoing', channelId, outgoing: { ...outgoing, state: 'planned', postId: post.id } })
      return post
    } catch (error) {
      if (!isUnanswered(asProblem(error))) keepNow({ kind: 'outgoing', channelId, outgoing: null })
      throw error
    }
  }

  /** Asks once more for what was left without an answer, word for word; null when the server had refused it. */
  async function settle(channelId: string, left: Outgoing): Promise<Post | null> {
    try {
      return await send(channelId, JSON.parse(left.body) as PostRequest, left.key)
    } catch (error) {
      if (isUnanswered(asProblem(error))) throw error
      return null
    }
  }

  async function planOne(channel: Channel): Promise<void> {
    const left = composition.outgoing[channel.id]
    const body = postRequest(composition, channel, new Date())
    const settled = left === undefined ? null : await settle(channel.id, left)
    if (settled === null) {
      await send(channel.id, body, crypto.randomUUID())
    } else if (left !== undefined && !asksTheSame(JSON.parse(left.body) as PostRequest, body, composition.timing)) {
      const { channelId: _, ...changed } = body
      await api.publishing.changePost({ ...changed, id: settled.id }, { context: { version: settled.version } })
    }
    if (composition.piece !== null && composition.own[channel.id] !== undefined)
      await saveVariant(composition.piece.id, channel)
  }

  async function saveVariant(pieceId: string, channel: Channel): Promise<void> {
    const form = formOf(composition, channel.id)
    await api.content
      .setVariant({
        ...variantOf(form, composition.extras[channel.id]),
        id: pieceId,
        channelId: channel.id,
        form: variantForm(channel, form.parts.length),
      })
      .catch(() => undefined) // The post is planned; the piece's form can be saved again at any time.
  }

  async function plan(channels: readonly Channel[]): Promise<boolean> {
    // A second press in the same moment comes before the button is drawn as busy.
    if (running.current) return false
    running.current = true
    setBusy(true)
    const problems: Record<string, Problem> = {}
    for (const channel of channels.filter((one) => composition.outgoing[one.id]?.state !== 'planned')) {
      try {
        await planOne(channel)
      } catch (error) {
        problems[channel.id] = asProblem(error)
      }
    }
    setRefused(problems)
    setBusy(false)
    running.current = false
    void refreshPublishing(queryClient)
    void queryClient.invalidateQueries({ queryKey: orpc.content.key() })
    return Object.keys(problems).length === 0
  }
  return { busy, refused, plan }
}

/** Tells the task what it became. The post is planned either way; the task can be linked again at any time. */
async function rememberTask(taskId: string, postId: string): Promise<void> {
  await api.strategy.plans.linkPost({ id: taskId, postId }).catch(() => undefined)
}

/** The form of a piece that a channel's text is. */
export function variantForm(channel: Channel, parts: number): 'thread' | 'article' | 'short-post' {
  if (parts > 1) return 'thread'
  return channel.description.title !== null && channel.description.text.limit === null ? 'article' : 'short-post'
}
