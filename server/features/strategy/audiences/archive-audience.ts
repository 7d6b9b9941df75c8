import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { holdAudience } from './hold-audience.ts'
import { updateAudience } from './store.ts'

/**
 * Puts an audience into the archive: campaigns and posts that name it keep it, nothing new can name it. One that lies there
 * already stays as it is. Undone by restoreAudience.
 */
export function archiveAudience(kernel: Kernel, context: RequestContext, id: string) {
  return shelve(kernel, context, { id, archived: true })
}

/** Takes an audience out of the archive. One that is not in it stays as it is. */
export function restoreAudience(kernel: Kernel, context: RequestContext, id: string) {
  return shelve(kernel, context, { id, archived: false })
}

function shelve(
  kernel: Kernel,
  context: RequestContext,
  { id, archived }: { readonly id: string; readonly archived: boolean },
) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const audience = await holdAudience(db, organisationId, id)
    expectVersion(context, audience.version)
    if ((audience.archivedAt !== null) === archived) return audience
    await updateAudience(db, organisationId, id, { archived_at: archived ? kernel.clock.now() : null })
    record({
      verb: archived ? 'audience.archived' : 'audience.restored',
      subject: { type: 'audience', id, title: audience.name },
      before: { archived: !archived },
      after: { archived },
    })
    return holdAudience(db, organisationId, id)
  })
}
