import { z } from 'zod'
import type { Picture } from '../port.ts'
import { blueskyDescription } from './description.ts'
import type { Upload } from './progress.ts'
import { BlobReference } from './record.ts'
import { shrinkPicture } from './shrink-picture.ts'
import { done, stoppedBefore, stoppedForGood, type Step, type Work } from './work.ts'

export interface PicturesEmbed {
  readonly $type: 'app.bsky.embed.images'
  readonly images: readonly {
    readonly image: BlobReference
    readonly alt: string
    readonly aspectRatio: { readonly width: number; readonly height: number }
  }[]
}

/** Uploads the pictures of one part, those of an earlier attempt excepted, and answers with what the record shows. */
export async function uploadPictures(
  work: Work,
  part: number,
  pictures: readonly Picture[],
): Promise<Step<PicturesEmbed>> {
  if (pictures.length > blueskyDescription.pictures.most) return stoppedForGood('media-rejected')
  const images: PicturesEmbed['images'][number][] = []
  for (const [place, picture] of pictures.entries()) {
    const upload = await uploaded(work, part, place, picture)
    if (upload.kind === 'stopped') return upload
    const { blob, width, height } = upload.value
    images.push({ image: blob, alt: picture.altText, aspectRatio: { width, height } })
  }
  return done({ $type: 'app.bsky.embed.images', images })
}

/** Forgets the uploads of a part: the server drops bytes that no record has used for some hours. */
export async function forgetUploads({ memory }: Work, part: number): Promise<void> {
  for (let place = 0; place < blueskyDescription.pictures.most; place += 1) await memory.uploads(place).forget(part)
}

async function uploaded(work: Work, part: number, place: number, picture: Picture): Promise<Step<Upload>> {
  const kept = work.memory.uploads(place)
  const before = kept.read(part)
  if (before !== null) return done(before)
  const ready = await shrinkPicture(await picture.bytes())
  if (ready === null) return stoppedForGood('media-rejected')
  const call = { name: 'com.atproto.repo.uploadBlob', body: { bytes: ready.bytes, type: ready.type } }
  const answer = await work.session.call(call, z.object({ blob: BlobReference }))
  if (answer.kind === 'failed') return stoppedBefore(answer)
  const upload = { blob: answer.body.blob, width: ready.width, height: ready.height }
  await kept.keep(part, upload)
  return done(upload)
}
