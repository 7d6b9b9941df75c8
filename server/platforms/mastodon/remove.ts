import { z } from 'zod'
import type { Account, Progress, Published, Removal } from '../port.ts'
import { call } from './call.ts'
import { harmless } from './errors.ts'
import { readPart } from './progress.ts'
import { openSession } from './session.ts'
import type { Tools } from './tools.ts'

/**
 * Deletes a post with all parts of its thread, the last first, so that what is left still reads from the start. What is
 * already gone counts as removed. Servers allow 30 deletions in 30 minutes; a long thread may need a second call.
 */
export async function remove(
  tools: Tools,
  account: Account,
  published: Published,
  progress: Progress,
): Promise<Removal> {
  const session = await openSession(tools, account)
  if (session.kind !== 'open') return session.kind === 'not-sent' ? { ...session, kind: 'not-now' } : session
  for (const id of partIds(published, progress).reverse()) {
    const deleted = await call(tools, session.server, {
      method: 'DELETE',
      path: `/api/v1/statuses/${encodeURIComponent(id)}`,
      query: [['delete_media', 'true']],
      answer: z.unknown(),
    })
    if (deleted.kind === 'ok') continue
    const failure = harmless(deleted)
    if (failure.kind === 'refused' && failure.reason.code === 'not-found') continue
    return failure.kind === 'not-sent' ? { ...failure, kind: 'not-now' } : failure
  }
  return { kind: 'removed' }
}

function partIds(published: Published, progress: Progress): string[] {
  const ids = [published.remoteId]
  for (let part = 0, kept = readPart(progress, 0); kept !== null; part += 1, kept = readPart(progress, part)) {
    if (!ids.includes(kept.remoteId)) ids.push(kept.remoteId)
  }
  return ids
}
