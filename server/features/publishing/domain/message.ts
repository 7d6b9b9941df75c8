import { createHash } from 'node:crypto'
import { z } from 'zod'

const StoredPicture = z.object({
  id: z.string(),
  file: z.string(),
  type: z.string(),
  width: z.number(),
  height: z.number(),
  altText: z.string(),
})
const StoredPart = z.object({ text: z.string(), pictures: z.array(StoredPicture) })

/** What is sent, word for word: kept with the delivery, so that every attempt sends the same. */
export const StoredMessage = z.object({
  parts: z.tuple([StoredPart], StoredPart),
  title: z.string().nullable(),
  summary: z.string().nullable(),
  language: z.string().nullable(),
  contentWarning: z.string().nullable(),
  visibility: z.string().nullable(),
})
export type StoredMessage = z.infer<typeof StoredMessage>
export type StoredPicture = z.infer<typeof StoredPicture>

/**
 * A fingerprint of everything that a reader would see, and where: text, pictures and their descriptions, channel. So are the
 * audiences that the post names itself, since it was approved for them; none leave the fingerprint as it was without.
 */
export function contentHash(message: StoredMessage, channelId: string, audienceIds: readonly string[]): string {
  const named = audienceIds.length === 0 ? [] : [[...audienceIds].sort()]
  return createHash('sha256')
    .update(JSON.stringify([channelId, StoredMessage.parse(message), ...named]))
    .digest('hex')
}
