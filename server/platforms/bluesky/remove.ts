import { z } from 'zod'
import type { Account, Progress, Published, Removal } from '../port.ts'
import { POST_COLLECTION } from './description.ts'
import { removalOf } from './errors.ts'
import { memoryOf } from './progress.ts'
import { keyOfUri } from './record.ts'
import type { OpenSession, Session } from './session.ts'
import type { Answer } from './xrpc.ts'

/** Deletes every part of a post, the last first, so that no part ever answers a missing one. Gone already is removed. */
export async function removePost(
  openSession: OpenSession,
  request: { readonly account: Account; readonly published: Published; readonly progress: Progress },
): Promise<Removal> {
  const session = openSession(request.account)
  for (const uri of partsOf(request.published, request.progress).reverse()) {
    const answer = await deletePost(session, uri)
    if (answer.kind === 'failed') return removalOf(answer)
  }
  return { kind: 'removed' }
}

/** Deletes one post; the server answers the same when there is none. */
export function deletePost(session: Session, uri: string): Promise<Answer<unknown>> {
  const json = { repo: session.settings.did, collection: POST_COLLECTION, rkey: keyOfUri(uri) }
  return session.call({ name: 'com.atproto.repo.deleteRecord', body: { json } }, z.unknown())
}

function partsOf(published: Published, progress: Progress): string[] {
  const { posted } = memoryOf(progress)
  const uris = [published.remoteId]
  for (let index = 1; ; index += 1) {
    const part = posted.read(index)
    if (part === null) return uris
    uris.push(part.uri)
  }
}
