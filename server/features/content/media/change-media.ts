import { Refusal } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { seesMedia } from '../given.ts'
import type { Input } from '../input.ts'
import { showMedia } from './show-media.ts'
import { lockMedia, updateAltText } from './store.ts'

/** Describes a picture for people who do not see it. Posts keep the description they were planned with. */
export function changeMedia(kernel: Kernel, context: RequestContext, { id, altText }: Input<'changeMedia'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const before = await lockMedia(db, organisationId, id)
    if (before === null || !(await seesMedia(db, actor, id))) throw new Refusal('record.not-found')
    expectVersion(context, before.version)
    if (before.alt_text === altText) return showMedia(before)
    const after = await updateAltText(db, organisationId, id, altText)
    record({
      verb: 'media.changed',
      subject: { type: 'media', id, title: after.name },
      before: { altText: before.alt_text },
      after: { altText },
    })
    return showMedia(after)
  })
}
