import { sql } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'

const MOST_WORDS = 200

/**
 * Remembers that somebody typed confidential words: one row a person, entry and day, so that typing on does not flood it
 * and trying one word after another is seen. The event of the first says nothing of the words.
 */
export async function recordHits(
  kernel: Kernel,
  actor: Actor,
  secrets: readonly { readonly entryId: string; readonly words: string }[],
): Promise<void> {
  if (secrets.length === 0) return
  const { organisationId } = actor
  const words = new Map<string, string>()
  for (const secret of secrets) words.set(secret.entryId, secret.words.slice(0, MOST_WORDS))
  await change(kernel, actor, async ({ db, record }) => {
    const now = kernel.clock.now()
    const today = await todayOfOrganisation(db, organisationId, now)
    // In one order, so that two who type at once do not wait for each other in a circle.
    for (const [entryId, found] of [...words].sort(([one], [other]) => one.localeCompare(other))) {
      const row = await db
        .insertInto('governance_confidential_hits')
        .values({
          organisation_id: organisationId,
          id: kernel.clock.newId(),
          entry_id: entryId,
          person_id: actor.personId,
          words: found,
          found_on: today,
          first_at: now,
          last_at: now,
        })
        .onConflict((conflict) =>
          conflict.columns(['organisation_id', 'entry_id', 'person_id', 'found_on']).doUpdateSet({
            last_at: now,
            times: sql`governance_confidential_hits.times + 1`,
            words: sql`case when position(${found} in governance_confidential_hits.words) > 0 then governance_confidential_hits.words else left(governance_confidential_hits.words || ', ' || ${found}, ${MOST_WORDS}) end`,
          }),
        )
        .returning('times')
        .executeTakeFirst()
      if (row?.times === 1)
        record({
          verb: 'confidential.found',
          subject: { type: 'confidential', id: entryId },
          before: null,
          after: null,
        })
    }
  })
}
