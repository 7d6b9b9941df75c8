import { z } from 'zod'
import { countGraphemes, findHashtags, findLinks, findMentions, type Stretch } from '#contract/text-count.ts'
import { callServer, type Answer, type Tools } from './xrpc.ts'

export type Feature =
  | { readonly $type: 'app.bsky.richtext.facet#link'; readonly uri: string }
  | { readonly $type: 'app.bsky.richtext.facet#tag'; readonly tag: string }
  | { readonly $type: 'app.bsky.richtext.facet#mention'; readonly did: string }

/** A stretch of the text with a meaning; positions are UTF-8 bytes, the end exclusive. */
export interface Facet {
  readonly index: { readonly byteStart: number; readonly byteEnd: number }
  readonly features: readonly [Feature]
}

const MOST_MENTIONS = 20
const MOST_TAG_GRAPHEMES = 64
const MOST_TAG_BYTES = 640
const encoder = new TextEncoder()

/** Finds the account of a handle; null when there is none, a failure when that cannot be told now. */
export type ResolveHandle = (handle: string) => Promise<Answer<string | null>>

/**
 * Links, hashtags and mentions of a text as the platform wants them marked, in order and never overlapping. A mention
 * whose handle belongs to nobody stays plain text; one that cannot be resolved now is a failure, because plain it would
 * reach nobody.
 */
export async function facetsOf(text: string, resolve: ResolveHandle): Promise<Answer<Facet[]>> {
  const mentions = findMentions(text).filter(({ name, host }) => host === null && isHandle(name))
  const handles = [...new Set(mentions.map(({ name }) => name.toLowerCase()))].slice(0, MOST_MENTIONS)
  const accounts = new Map<string, string | null>()
  for (const handle of handles) {
    const account = await resolve(handle)
    if (account.kind === 'failed') return account
    accounts.set(handle, account.body)
  }
  const found: { at: Stretch; feature: Feature }[] = [
    ...findLinks(text).map((at) => ({ at, feature: { $type: 'app.bsky.richtext.facet#link' as const, uri: at.url } })),
    ...findHashtags(text)
      .filter(({ tag }) => countGraphemes(tag) <= MOST_TAG_GRAPHEMES && encoder.encode(tag).length <= MOST_TAG_BYTES)
      .map((at) => ({ at, feature: { $type: 'app.bsky.richtext.facet#tag' as const, tag: at.tag } })),
    ...mentions.flatMap((at) => {
      const did = accounts.get(at.name.toLowerCase())
      return did === undefined || did === null
        ? []
        : [{ at, feature: { $type: 'app.bsky.richtext.facet#mention' as const, did } }]
    }),
  ]
  const body = found
    .sort((left, right) => left.at.start - right.at.start)
    .filter(({ at }, place, all) => at.start >= (all[place - 1]?.at.end ?? 0))
    .map(({ at, feature }) => ({ index: bytesOf(text, at), features: [feature] satisfies [Feature] }))
  return { kind: 'answered', body }
}

/** Resolves handles at a server of the network. */
export function handleResolver(tools: Tools, server: string, signal: AbortSignal): ResolveHandle {
  const Body = z.object({ did: z.string().startsWith('did:') })
  return async (handle) => {
    const call = {
      server,
      name: 'com.atproto.identity.resolveHandle',
      parameters: [['handle', handle] as const],
      signal,
    }
    const answer = await callServer(tools, call, Body)
    if (answer.kind === 'answered') return { kind: 'answered', body: answer.body.did }
    // A named error is the server's own word on this handle; anything else says nothing about it.
    return answer.error === null || answer.status === 429 ? answer : { kind: 'answered', body: null }
  }
}

function bytesOf(text: string, { start, end }: Stretch): Facet['index'] {
  const byteStart = encoder.encode(text.slice(0, start)).length
  return { byteStart, byteEnd: byteStart + encoder.encode(text.slice(start, end)).length }
}

/** The protocol's rule for handles: a host name whose last part begins with a letter. */
function isHandle(name: string): boolean {
  return (
    name.length <= 253 && /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(name)
  )
}
