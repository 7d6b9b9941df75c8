import { Refusal } from '#contract/refusal.ts'
import { demand } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { languageOf } from '../domain/translated.ts'
import type { Input } from '../input.ts'
import { personOf } from '../person-of.ts'
import { findPolicy, showHeld } from './hold-policy.ts'
import { titleOf } from './show-policy.ts'
import { lockPolicy, textOf } from './store.ts'
import { insertAcceptance } from './store-acceptances.ts'

/**
 * Accepts the version in force, for oneself: version, time, language and hash of the text are kept. Refuses any other version,
 * so that nobody accepts what they have not read. Accepting twice changes nothing.
 */
export function acceptPolicy(kernel: Kernel, actor: Actor, { id, number, language }: Input<'policies', 'accept'>) {
  const { organisationId } = actor
  demand(actor, 'policies.read', {})
  return change(kernel, actor, async ({ db, record }) => {
    await lockPolicy(db, organisationId, id)
    const row = await findPolicy(db, actor, id)
    if (row.current !== number || row.hashes === null) throw new Refusal('policy.not-current')
    const { title } = textOf(row.content)
    const read = languageOf(title, language)
    const hash = (row.hashes as Record<typeof read, string>)[read]
    const isNew = await insertAcceptance(db, {
      organisation_id: organisationId,
      policy_id: id,
      person_id: personOf(actor),
      number,
      language: read,
      hash,
      accepted_at: kernel.clock.now(),
    })
    if (isNew)
      record({
        verb: 'policy.accepted',
        subject: { type: 'policy', id, title: titleOf({ title }) },
        after: { personId: personOf(actor), number, language: read, hash },
      })
    return showHeld(db, actor, id)
  })
}
