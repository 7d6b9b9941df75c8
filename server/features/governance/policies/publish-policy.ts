import type { Language } from '#contract/kinds.ts'
import { Refusal } from '#contract/refusal.ts'
import { notify } from '#server/features/organisation/index.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { hashOfPolicy, isSamePolicy } from '../domain/policy-text.ts'
import { textIn } from '../domain/translated.ts'
import type { Input } from '../input.ts'
import { holdPolicy, showHeld } from './hold-policy.ts'
import { titleOf } from './show-policy.ts'
import { textOf, updatePolicy } from './store.ts'
import { selectMissing } from './store-acceptances.ts'
import { insertVersion } from './store-versions.ts'

/**
 * Puts the draft in force as the next version. Everybody has to accept it, also who accepted the one before; each is told.
 * Refuses where there is no draft, and one that says nothing new.
 */
export function publishPolicy(kernel: Kernel, context: RequestContext, { id, note }: Input<'policies', 'publish'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdPolicy(db, actor, id)
    expectVersion(context, row.version)
    if (row.draft === null) throw new Refusal('policy.no-draft')
    const content = textOf(row.draft)
    if (row.content !== null && isSamePolicy(textOf(row.content), content)) throw new Refusal('policy.nothing-changed')
    const number = (row.current ?? 0) + 1
    const hashes = { en: hashOfPolicy(content, 'en'), tr: hashOfPolicy(content, 'tr') }
    await insertVersion(db, {
      organisation_id: organisationId,
      policy_id: id,
      number,
      content: JSON.stringify(content),
      hashes: JSON.stringify(hashes),
      note,
      published_by: actor.personId,
      published_at: kernel.clock.now(),
    })
    await updatePolicy(db, organisationId, id, { current: number, draft: null })
    const people = await selectMissing(db, organisationId, { id, number })
    await notify(
      db,
      kernel.clock,
      organisationId,
      people
        .filter((person) => person.id !== actor.personId)
        .map((person) => ({
          personId: person.id,
          kind: 'policy.published',
          params: { title: textIn(content.title, person.language as Language), number },
          subject: { type: 'policy', id },
        })),
    )
    record({
      verb: 'policy.published',
      subject: { type: 'policy', id, title: titleOf(content) },
      before: { number: row.current },
      after: { number, note, hashes },
    })
    return showHeld(db, actor, id)
  })
}
