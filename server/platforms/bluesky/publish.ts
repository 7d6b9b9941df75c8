import { countText } from '#contract/text-count.ts'
import type { Outcome } from '../port.ts'
import { postUrl } from './account.ts'
import { blueskyDescription, POST_COLLECTION } from './description.ts'
import { draftOf } from './draft.ts'
import { outcomeOf } from './errors.ts'
import { findPost } from './find-post.ts'
import { PostReference, recordOf, type Draft } from './record.ts'
import { deletePost } from './remove.ts'
import { partKey } from './tid.ts'
import { forgetUploads } from './upload-pictures.ts'
import { done, stoppedForGood, type Step, type Work } from './work.ts'
import { noAnswer } from './xrpc.ts'

/**
 * Publishes the parts of a job in order, each under a key made from the job's token. Everything that can fail without
 * putting something out is done for all parts first; then each part is written and remembered before the next one. A
 * repeat continues where the last attempt ended and writes identical records, so nothing is out twice.
 */
export async function publishJob(work: Work): Promise<Outcome> {
  const { job, session } = work
  const drafts = await allDrafts(work)
  if (drafts.kind === 'stopped') return drafts.outcome
  const posted: PostReference[] = []
  for (const [index, draft] of drafts.value.entries()) {
    const step = await post(work, index, recordOf(draft, posted[0] ?? null, posted.at(-1) ?? null))
    if (step.kind === 'stopped') {
      if (step.outcome.kind === 'refused') await withdraw(work, index)
      return step.outcome
    }
    posted.push(step.value)
  }
  const [first] = posted
  if (first === undefined) throw new Error('A message has at least one part')
  return { kind: 'published', remoteId: first.uri, url: postUrl(session.settings, partKey(job.token, 0)) }
}

async function allDrafts(work: Work): Promise<Step<Draft[]>> {
  const { parts } = work.job.message
  if (parts.some(({ text }) => countText(blueskyDescription.text, text).over > 0))
    return stoppedForGood('text-too-long')
  const drafts: Draft[] = []
  for (const [index, part] of parts.entries()) {
    const draft = await draftOf(work, part, index)
    if (draft.kind === 'stopped') return draft
    drafts.push(draft.value)
  }
  return done(drafts)
}

async function post(work: Work, index: number, record: object): Promise<Step<PostReference>> {
  const { job, memory, session } = work
  const before = memory.posted.read(index)
  if (before !== null) return done(before)
  if (job.signal.aborted) return { kind: 'stopped', outcome: outcomeOf(noAnswer('no', 'timed-out')) }
  const rkey = partKey(job.token, index)
  const json = { repo: session.settings.did, collection: POST_COLLECTION, rkey, swapRecord: null, record }
  let answer = await session.call({ name: 'com.atproto.repo.putRecord', body: { json } }, PostReference)
  if (answer.kind === 'failed' && answer.error === 'InvalidSwap') {
    // The key is taken, and only this job has it: an earlier attempt came through after all.
    answer = await findPost(work.tools, session.settings, rkey, job.signal)
  }
  if (answer.kind === 'answered') {
    await memory.posted.keep(index, answer.body)
    return done(answer.body)
  }
  if (answer.error !== 'BlobNotFound') return { kind: 'stopped', outcome: outcomeOf(answer) }
  await forgetUploads(work, index)
  await memory.drafts.forget(index)
  const reason = { code: 'media-rejected', words: answer.words } as const
  return { kind: 'stopped', outcome: { kind: 'not-sent', reason, retryAt: null } }
}

/** Takes back the parts of a thread whose next part was refused for good: half a thread is worse than none. */
async function withdraw({ memory, session }: Work, parts: number): Promise<void> {
  for (let index = parts - 1; index >= 0; index -= 1) {
    const posted = memory.posted.read(index)
    if (posted === null) continue
    const answer = await deletePost(session, posted.uri)
    if (answer.kind === 'failed') return
    await memory.posted.forget(index)
  }
}
