import type { Job, LookUp, Published } from '../port.ts'
import { notNow, reason } from './errors.ts'
import { compareTexts } from './fingerprint.ts'
import { matchPosts, type Matches } from './match-posts.ts'
import { readOwnPosts, type OwnPost, type OwnPosts } from './own-posts.ts'
import { keepPart, lastSending, nextPart, readPart, type Place } from './progress.ts'
import { openSession } from './session.ts'
import { windowOf, type TimeWindow } from './time-window.ts'
import type { Tools } from './tools.ts'

const MOST_CANDIDATES = 10

/**
 * Finds out what became of a part whose answer was lost, by reading the account's own posts; the idempotency key is
 * never relied on. Exactly one post that is ours is `found`. `absent` is said only when everything since the first
 * attempt was read, nothing resembles the part, and too much time has passed for the server to accept it still. A part
 * of a thread that is found is kept, and while parts remain the answer is `absent`: repeating continues after it.
 */
export async function lookUp(tools: Tools, job: Job): Promise<LookUp> {
  const place = nextPart(job.progress, job.message)
  if (place === null) return { kind: 'found', ...firstPart(job) }
  const session = await openSession(tools, job.account)
  if (session.kind !== 'open') return notNow(session)
  const accountId = job.account.settings['accountId']
  if (accountId === undefined) throw new Error('A connected account has an account id')
  const asked = tools.clock.now()
  const windowFor = (ahead: OwnPosts['ahead']): TimeWindow => windowOf({ ...sendingOf(tools, job), ahead })
  const since = (ahead: OwnPosts['ahead']): Date => windowFor(ahead).from
  const read = await readOwnPosts(tools, session.server, { accountId, since, signal: job.signal })
  if (read.kind !== 'read') return notNow(read)
  const matches = await matchPosts(
    { tools, server: session.server, job },
    { place, posts: read.posts, window: windowFor(read.ahead) },
  )
  return decided(tools, job, { place, asked, matches, complete: read.complete })
}

function sendingOf(tools: Tools, job: Job) {
  const { postMs, settleMs } = tools.patience
  const settles = Math.max(postMs, settleMs)
  return { startedAt: job.startedAt, lastSending: lastSending(job.progress, job.startedAt), settleMs: settles }
}

interface Evidence {
  readonly place: Place
  readonly asked: Date
  readonly matches: Matches
  readonly complete: boolean
}

async function decided(tools: Tools, job: Job, { place, asked, matches, complete }: Evidence): Promise<LookUp> {
  const [only, ...others] = matches.ours
  if (
    only !== undefined &&
    others.length === 0 &&
    !matches.near.some((post) => compareTexts(post.text, only.text) === 'same')
  ) {
    return found(job, place, { remoteId: only.id, url: only.url })
  }
  const candidates = [...matches.ours, ...matches.near]
  if (candidates.length > 0) return unclear(candidates)
  // Direct posts are not in every server's list.
  if (!complete || job.message.visibility === 'direct') return unclear([])
  const settled = lastSending(job.progress, job.startedAt).getTime() + tools.patience.settleMs
  if (tools.patience.settleMs > 0 && asked.getTime() < settled) {
    return { kind: 'not-now', reason: reason('answer-lost'), retryAt: new Date(settled) }
  }
  return { kind: 'absent' }
}

async function found(job: Job, { part }: Place, published: Published): Promise<LookUp> {
  if (job.message.parts.length === 1) return { kind: 'found', ...published }
  await keepPart(job.progress, part, published)
  return nextPart(job.progress, job.message) === null ? { kind: 'found', ...firstPart(job) } : { kind: 'absent' }
}

function firstPart(job: Job): Published {
  const first = readPart(job.progress, 0)
  if (first === null) throw new Error('The first part of a finished thread is kept')
  return first
}

function unclear(candidates: readonly OwnPost[]): LookUp {
  const shown = candidates.slice(0, MOST_CANDIDATES).map(({ id, url, text, at }) => {
    return { remoteId: id, url, text, at: at.toISOString() }
  })
  return { kind: 'unclear', candidates: shown, reason: reason('answer-lost') }
}
