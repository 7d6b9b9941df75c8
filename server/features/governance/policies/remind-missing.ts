import type { Language } from '#contract/kinds.ts'
import { Refusal } from '#contract/refusal.ts'
import { notify } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { textIn } from '../domain/translated.ts'
import { holdPolicy } from './hold-policy.ts'
import { titleOf } from './show-policy.ts'
import { textOf } from './store.ts'
import { selectMissing, selectNotified } from './store-acceptances.ts'

const DAY_MS = 86_400_000

/** Reminds everybody who has not accepted the version in force, but nobody who was reminded within the last day. */
export function remindMissing(kernel: Kernel, actor: Actor, id: string): Promise<{ reminded: number }> {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdPolicy(db, actor, id)
    if (row.current === null) throw new Refusal('requirement.not-published')
    const { title } = textOf(row.content)
    const number = row.current
    const lately = await selectNotified(db, organisationId, {
      policyId: id,
      kinds: ['policy.reminder'],
      since: new Date(kernel.clock.now().getTime() - DAY_MS),
    })
    const missing = (await selectMissing(db, organisationId, { id, number })).filter(({ id }) => !lately.has(id))
    await notify(
      db,
      kernel.clock,
      organisationId,
      missing.map((person) => ({
        personId: person.id,
        kind: 'policy.reminder',
        params: { title: textIn(title, person.language as Language), number },
        subject: { type: 'policy', id },
      })),
    )
    if (missing.length > 0)
      record({
        verb: 'policy.reminded',
        subject: { type: 'policy', id, title: titleOf({ title }) },
        after: { number, people: missing.map((person) => person.id) },
      })
    return { reminded: missing.length }
  })
}
