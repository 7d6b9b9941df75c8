import { z } from 'zod'

/** A reference to uploaded bytes, put back into the record exactly as the server gave it. */
export const BlobReference = z.looseObject({
  $type: z.literal('blob'),
  ref: z.looseObject({ $link: z.string() }),
  mimeType: z.string(),
  size: z.number(),
})
export type BlobReference = z.infer<typeof BlobReference>

export const PostReference = z.object({ uri: z.string(), cid: z.string() })
export type PostReference = z.infer<typeof PostReference>

const Kept = z.looseObject({ $type: z.string() })

/** A post without its place in a thread: kept before it is sent, so that a repeat is the same to the byte. */
export const Draft = z.object({
  $type: z.literal('app.bsky.feed.post'),
  text: z.string(),
  facets: z.array(z.looseObject({})).optional(),
  embed: Kept.optional(),
  langs: z.array(z.string()).optional(),
  createdAt: z.string(),
})
export type Draft = z.infer<typeof Draft>

/** The record that is written: the draft and, from the second part of a thread on, what it answers. */
export function recordOf(draft: Draft, root: PostReference | null, parent: PostReference | null): object {
  return root === null || parent === null ? draft : { ...draft, reply: { root, parent } }
}

/** The last part of a post's address: its key within the account. Throws for anything that is no post's address. */
export function keyOfUri(uri: string): string {
  const key = /^at:\/\/[^/]+\/app\.bsky\.feed\.post\/([^/?#]+)$/.exec(uri)?.[1]
  if (key === undefined) throw new Error(`Not the address of a post: ${uri}`)
  return key
}
