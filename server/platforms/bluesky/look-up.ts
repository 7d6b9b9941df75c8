import type { LookUp } from '../port.ts'
import { postUrl } from './account.ts'
import { notNow } from './errors.ts'
import { findPost } from './find-post.ts'
import { partKey } from './tid.ts'
import type { Work } from './work.ts'

/**
 * Asks the server for every part of a job by its key. Found when all are there; absent when any is missing, because
 * publishing again writes only what is missing. Parts that are found are remembered, so that they can be removed.
 */
export async function lookUpJob({ job, memory, session, tools }: Work): Promise<LookUp> {
  let first: string | null = null
  let missing = false
  for (const index of job.message.parts.keys()) {
    const answer = await findPost(tools, session.settings, partKey(job.token, index), job.signal)
    if (answer.kind === 'answered') {
      await memory.posted.keep(index, answer.body)
      if (index === 0) first = answer.body.uri
    } else if (answer.error === 'RecordNotFound') missing = true
    else return notNow(answer)
  }
  if (missing || first === null) return { kind: 'absent' }
  return { kind: 'found', remoteId: first, url: postUrl(session.settings, partKey(job.token, 0)) }
}
