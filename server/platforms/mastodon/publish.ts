import { z } from 'zod'
import { countText } from '#contract/text-count.ts'
import type { Job, Outcome, Part, Published } from '../port.ts'
import { call } from './call.ts'
import { textRuleOf } from './description.ts'
import { reason, type Failure } from './errors.ts'
import { uploadPictures } from './media.ts'
import { keepPart, keepSending, nextPart, readPart, type Place } from './progress.ts'
import { webAddress } from './server-address.ts'
import { openSession } from './session.ts'
import type { Tools, Work } from './tools.ts'

const Posted = z.object({ id: z.string().min(1).max(100), url: z.string().nullish(), uri: z.string().nullish() })

/**
 * Posts the parts that are not known to be out, each as a reply to the one before. Every finished part of a thread is
 * kept before the next one is sent. The idempotency key is sent too, but no decision leans on it: some compatible
 * servers ignore it, Mastodon forgets it after an hour.
 */
export async function publish(tools: Tools, job: Job): Promise<Outcome> {
  if (job.signal.aborted) return { kind: 'not-sent', reason: reason('timed-out'), retryAt: null }
  const session = await openSession(tools, job.account)
  if (session.kind !== 'open') return session
  let last: Published | null = null
  for (let next = nextPart(job.progress, job.message); next !== null; next = nextPart(job.progress, job.message)) {
    const outcome = await publishPart({ tools, server: session.server, job }, next)
    if (outcome.kind !== 'published') return outcome
    last = { remoteId: outcome.remoteId, url: outcome.url }
    // A single post is recorded by its outcome.
    if (job.message.parts.length === 1) break
    await keepPart(job.progress, next.part, last)
  }
  const first = readPart(job.progress, 0) ?? last
  if (first === null) throw new Error('A message has at least one part')
  return { kind: 'published', ...first }
}

async function publishPart(work: Work, { part, after }: Place): Promise<Outcome> {
  const { tools, server, job } = work
  const content = job.message.parts[part]
  if (content === undefined) throw new Error(`There is no part ${part}`)
  const uploaded = await uploadPictures(work, part)
  if (uploaded.kind !== 'uploaded') return uploaded
  if (job.signal.aborted) return { kind: 'not-sent', reason: reason('timed-out'), retryAt: null }
  await keepSending(job.progress, job.startedAt, tools.clock.now())
  const posted = await call(tools, server, {
    method: 'POST',
    path: '/api/v1/statuses',
    json: statusOf(job, content, { mediaIds: uploaded.ids, after }),
    headers: { 'idempotency-key': `${job.token}:${part}` },
    answer: Posted,
    signal: job.signal,
    timeoutMs: tools.patience.postMs,
  })
  if (posted.kind !== 'ok') return explained(posted, job, content)
  const { id, url, uri } = posted.value
  return {
    kind: 'published',
    remoteId: id,
    url: webAddress([url, uri], `${server.origin}/api/v1/statuses/${encodeURIComponent(id)}`),
  }
}

/** What is left out takes the account's own setting. `content_type` matters to servers that would read Markdown. */
function statusOf(job: Job, part: Part, { mediaIds, after }: { mediaIds: readonly string[]; after: string | null }) {
  const { contentWarning, visibility, language } = job.message
  return {
    status: part.text,
    content_type: 'text/plain',
    ...(mediaIds.length === 0 ? {} : { media_ids: mediaIds }),
    ...(after === null ? {} : { in_reply_to_id: after }),
    ...(contentWarning === null || contentWarning === '' ? {} : { spoiler_text: contentWarning, sensitive: true }),
    ...(visibility === null ? {} : { visibility }),
    ...(language === null ? {} : { language: language.replace(/-.*$/, '').toLowerCase() }),
  }
}

/** Servers answer in many languages, so a refusal is told apart by what was sent and not by the words. */
function explained(failure: Failure, job: Job, part: Part): Failure {
  if (failure.kind !== 'refused' || failure.reason.code !== 'content-rejected') return failure
  const { over } = countText(textRuleOf(job.account.settings), part.text, job.message.contentWarning)
  return over > 0 ? { kind: 'refused', reason: reason('text-too-long', failure.reason.words) } : failure
}
