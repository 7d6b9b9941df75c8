import type { KeptSettings } from './account.ts'
import { POST_COLLECTION } from './description.ts'
import { PostReference } from './record.ts'
import { callServer, type Answer, type Tools } from './xrpc.ts'

/** Asks the account's server for the post under a key. Needs no sign-in, so it works for a channel that lost its own. */
export function findPost(
  tools: Tools,
  settings: KeptSettings,
  rkey: string,
  signal: AbortSignal,
): Promise<Answer<PostReference>> {
  const parameters = [
    ['repo', settings.did],
    ['collection', POST_COLLECTION],
    ['rkey', rkey],
  ] as const
  return callServer(
    tools,
    { server: settings.pds, name: 'com.atproto.repo.getRecord', parameters, signal },
    PostReference,
  )
}
