import { Refused, type Answer, type Asked, type MastodonWorld } from './mastodon-http.ts'
import { countUse } from './mastodon-limits.ts'
import type { StoredAccount, StoredMedia } from './mastodon-store.ts'

export const DESCRIPTION_LIMIT = 1500
export const IMAGE_LIMIT = 16_777_216
export const IMAGE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/heic',
  'image/heif',
  'image/avif',
]

/** POST /api/v2/media: 200 when ready at once, 202 while it is processed. */
export async function uploadMedia(world: MastodonWorld, account: StoredAccount, asked: Asked): Promise<Answer> {
  if (asked.type !== 'multipart/form-data') throw new Refused(422, "Validation failed: File can't be blank")
  countUse(world, `upload:${account.id}`, world.options.uploadsPerHalfHour)
  const form = await new Response(new Uint8Array(asked.body), {
    headers: { 'content-type': asked.headers['content-type'] ?? '' },
  }).formData()
  const file = form.get('file')
  const description = form.get('description')
  if (file === null || typeof file === 'string') throw new Refused(422, "Validation failed: File can't be blank")
  const bytes = Buffer.from(await file.arrayBuffer())
  if (!isPicture(bytes)) throw new Refused(422, 'Validation failed: File content type is invalid')
  if (bytes.length > IMAGE_LIMIT) throw new Refused(422, 'Validation failed: File must be less than 16 MB')
  const text = typeof description === 'string' ? description : ''
  if (text.length > DESCRIPTION_LIMIT) {
    throw new Refused(422, `Validation failed: Description is too long (maximum is ${DESCRIPTION_LIMIT} characters)`)
  }
  const media: StoredMedia = {
    id: world.store.nextId(),
    accountId: account.id,
    type: file.type,
    description: text,
    size: bytes.length,
    pending: world.options.mediaPolls,
    statusId: null,
  }
  world.store.media.set(media.id, media)
  return { status: media.pending > 0 ? 202 : 200, body: mediaBody(world, media) }
}

/** GET /api/v1/media/:id: 206 while it is processed; unknown once it hangs on a post. */
export function readMedia(world: MastodonWorld, account: StoredAccount, id: string): Answer {
  const media = world.store.media.get(id)
  if (media === undefined || media.accountId !== account.id || media.statusId !== null) {
    throw new Refused(404, 'Record not found')
  }
  if (media.pending === 0) return { status: 200, body: mediaBody(world, media) }
  const body = mediaBody(world, media)
  media.pending -= 1
  return { status: 206, body }
}

export function mediaBody(world: MastodonWorld, media: StoredMedia) {
  const url = media.pending > 0 ? null : `${world.url()}/media/${media.id}`
  return {
    id: media.id,
    type: 'image',
    url,
    preview_url: url,
    remote_url: null,
    description: media.description || null,
  }
}

const SIGNATURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x49, 0x46, 0x46],
]

function isPicture(bytes: Buffer): boolean {
  return SIGNATURES.some((signature) => signature.every((byte, at) => bytes[at] === byte))
}
