import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { sniffPicture } from '#server/kernel/files/sniff-picture.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { shownFileName } from '../domain/file-name.ts'
import type { Input } from '../input.ts'
import { showMedia } from './show-media.ts'
import { insertMedia } from './store.ts'

/**
 * Keeps an uploaded picture. What it is, is read from its bytes, never from its name or from what the sender says. Refuses
 * `media.too-large`, `media.not-a-picture` and `media.too-many-pixels`; a refused file is not stored.
 */
export async function addMedia(kernel: Kernel, actor: Actor, { file, altText }: Input<'addMedia'>) {
  const mostBytes = kernel.config.mostUploadBytes
  if (file.size > mostBytes)
    throw new Refusal('media.too-large', { mostMegabytes: Math.floor(mostBytes / 1_000_000) }, [
      { path: 'file', code: 'media.too-large' },
    ])
  const picture = await sniffPicture(await file.bytes())
  if (picture.kind === 'refused')
    throw new Refusal(picture.code, picture.params, [{ path: 'file', code: picture.code, params: picture.params }])
  const stored = await kernel.files.put(actor.organisationId, file.stream(), { mostBytes })
  return change(kernel, actor, async ({ db, record }) => {
    const media = showMedia(
      await insertMedia(db, {
        organisation_id: actor.organisationId,
        id: kernel.clock.newId(),
        name: shownFileName(file.name),
        type: picture.type,
        width: picture.width,
        height: picture.height,
        bytes: stored.bytes,
        file: stored.name,
        alt_text: altText,
        created_by: actor.personId,
        created_at: kernel.clock.now(),
      }),
    )
    const { name, type, width, height, bytes } = media
    record({
      verb: 'media.added',
      subject: { type: 'media', id: media.id, title: name },
      before: null,
      after: { name, type, width, height, bytes, altText },
    })
    return media
  })
}
