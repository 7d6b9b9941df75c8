import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { holdAnyPolicy, holdPolicy, showHeld } from './hold-policy.ts'
import { currentText, titleOf } from './show-policy.ts'
import { isRequired, updatePolicy } from './store.ts'

/** Takes a policy out of every list; who accepted it stays on record. Refuses `record.in-use` while a right depends on it. */
export function removePolicy(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdPolicy(db, actor, id)
    expectVersion(context, row.version)
    if (await isRequired(db, actor.organisationId, id)) throw new Refusal('record.in-use')
    await updatePolicy(db, actor.organisationId, id, { removed_at: kernel.clock.now() })
    const title = titleOf(currentText(row))
    record({
      verb: 'policy.removed',
      subject: { type: 'policy', id, title },
      before: { title, number: row.current },
      after: null,
    })
    return { id }
  })
}

/** Brings a removed policy back as it was. One that is there stays as it is. */
export function restorePolicy(kernel: Kernel, actor: Actor, id: string) {
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdAnyPolicy(db, actor, id)
    if (row.removed_at === null) return showHeld(db, actor, id)
    await updatePolicy(db, actor.organisationId, id, { removed_at: null })
    const title = titleOf(currentText(row))
    record({
      verb: 'policy.restored',
      subject: { type: 'policy', id, title },
      before: null,
      after: { title, number: row.current },
    })
    return showHeld(db, actor, id)
  })
}
