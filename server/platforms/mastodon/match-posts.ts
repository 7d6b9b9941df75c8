import { z } from 'zod'
import type { Job } from '../port.ts'
import { call } from './call.ts'
import { compareTexts, type Likeness } from './fingerprint.ts'
import type { OwnPost } from './own-posts.ts'
import { readPart, readPicture, type Place } from './progress.ts'
import type { TimeWindow } from './time-window.ts'
import type { Work } from './tools.ts'

/** Posts whose source is asked for, at most. */
const MOST_SOURCES = 40

export interface Matches {
  /** Certainly this part. */
  readonly ours: readonly OwnPost[]
  /** Perhaps this part. */
  readonly near: readonly OwnPost[]
}

export interface Search {
  readonly place: Place
  readonly posts: readonly OwnPost[]
  readonly window: TimeWindow
}

/**
 * Sorts the account's posts into those that are the part and those that may be. Posts that other deliveries already
 * hold, other parts of the thread, and posts that continue another post are neither.
 */
export async function matchPosts(work: Work, { place, posts, window }: Search): Promise<Matches> {
  const { job } = work
  const ids = posts.map(({ id }) => id)
  const taken = new Set([...ownParts(job), ...((await job.taken?.(ids)) ?? [])])
  const ours: OwnPost[] = []
  const near: OwnPost[] = []
  for (const post of posts) {
    const timing = window.timing(post.at)
    if (timing === 'outside' || taken.has(post.id) || post.after !== place.after) continue
    const likeness = judged(job, place, post)
    if (likeness === 'same' && timing === 'in-time') ours.push(post)
    else if (likeness !== 'different') near.push(post)
  }
  // A post that is certainly ours leaves nothing to ask.
  return ours.length > 0 ? { ours, near } : settledBySource(work, { place, posts: near, window })
}

function ownParts(job: Job): string[] {
  return job.message.parts.flatMap((_, part) => readPart(job.progress, part)?.remoteId ?? [])
}

/** What a post is to the part by what it shows; `source` is the text as it was entered, where that is known. */
function judged(job: Job, { part }: Place, post: OwnPost, source: string = post.text): Likeness {
  const { text = '', pictures = [] } = job.message.parts[part] ?? {}
  const mediaIds = pictures.map((_, number) => readPicture(job.progress, { part, number }))
  // A picture is uploaded for one post only, so its id is a mark of our own.
  if (post.mediaIds.some((id) => mediaIds.includes(id))) return 'same'
  const likeness = compareTexts(text, source)
  if (likeness !== 'same') return likeness
  const warned = compareTexts(job.message.contentWarning ?? '', post.contentWarning) === 'same'
  return warned && pictures.length === 0 && post.mediaIds.length === 0 ? 'same' : 'near'
}

/** Tells near posts apart by the texts that were entered. What was edited since stays near, whatever it says now. */
async function settledBySource(work: Work, { place, posts, window }: Search): Promise<Matches> {
  const ours: OwnPost[] = []
  const near: OwnPost[] = []
  for (const [number, post] of posts.entries()) {
    const source = number < MOST_SOURCES && !post.edited ? await sourceOf(work, post) : null
    // A known source is ours or not: between the two is only what differs in something else than the text.
    if (source !== null && compareTexts(textOf(work.job, place), source) !== 'same') continue
    const likeness = source === null ? 'near' : judged(work.job, place, post, source)
    if (likeness === 'same' && window.timing(post.at) === 'in-time') ours.push(post)
    else near.push(post)
  }
  return { ours, near }
}

function textOf({ message }: Job, { part }: Place): string {
  return message.parts[part]?.text ?? ''
}

const Source = z.object({ text: z.string() })

/** The text as it was entered; null where the server does not tell it. */
async function sourceOf({ tools, server, job }: Work, post: OwnPost): Promise<string | null> {
  const path = `/api/v1/statuses/${encodeURIComponent(post.id)}/source`
  const source = await call(tools, server, { method: 'GET', path, answer: Source, signal: job.signal })
  return source.kind === 'ok' ? source.value.text : null
}
