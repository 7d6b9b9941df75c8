import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import type { Input } from '../input.ts'
import { personOf } from '../person-of.ts'
import { checkSections } from './check-sections.ts'
import { showHeld } from './hold-policy.ts'
import { titleOf } from './show-policy.ts'
import { starterFor } from './starters/index.ts'
import { insertPolicy } from './store.ts'

/** Begins a policy as a draft: with a text of one's own, else with a starter in which the organisation's name stands. */
export function createPolicy(kernel: Kernel, actor: Actor, { starter, content }: Input<'policies', 'create'>) {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    const { name } = await readOrganisation(db, organisationId)
    const draft = content ?? starterFor(starter ?? 'company', name)
    checkSections(draft)
    await insertPolicy(db, {
      organisation_id: organisationId,
      id,
      starter: starter ?? null,
      draft: JSON.stringify(draft),
      created_by: personOf(actor),
      created_at: kernel.clock.now(),
    })
    record({
      verb: 'policy.created',
      subject: { type: 'policy', id, title: titleOf(draft) },
      after: { title: titleOf(draft), starter: starter ?? null, sections: draft.sections.length },
    })
    return showHeld(db, actor, id)
  })
}
