import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { mediaSeen } from '../given.ts'
import { showMedia } from './show-media.ts'
import { selectMediaPage } from './store.ts'

/** The organisation's pictures, newest first. */
export function listMedia(kernel: Kernel, actor: Actor, request: Input<'media'>) {
  const { organisationId } = actor
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await selectMediaPage(db, organisationId, {
      after,
      limit: request.limit,
      seen: mediaSeen(actor, 'content_media.id'),
    })
    return pageOf(rows, request, (row) => [row.id], showMedia)
  })
}
