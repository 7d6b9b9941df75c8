import type { ExpertLevel } from '#contract/profiles.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { heldPositions, showHeld } from '../positions/store.ts'

const ORDER: Readonly<Record<ExpertLevel, number>> = { leads: 0, advises: 1, knows: 2 }

/** Who knows what, by topic. Topics that differ only in small and capital letters are one. Closed accounts are left out. */
export function listExperts(kernel: Kernel, { organisationId }: Actor) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await db
      .selectFrom('organisation_expertise as e')
      .innerJoin('organisation_people as p', (join) =>
        join.onRef('p.organisation_id', '=', 'e.organisation_id').onRef('p.id', '=', 'e.person_id'),
      )
      .select(['e.topic', 'e.level', 'e.note', 'p.id', 'p.name', 'p.languages'])
      .where('e.organisation_id', '=', organisationId)
      .where('p.active', '=', true)
      .orderBy('e.topic')
      .orderBy('p.name')
      .limit(5000)
      .execute()
    const held = await heldPositions(db, organisationId, [...new Set(rows.map((row) => row.id))])
    const topics = Map.groupBy(rows, (row) => row.topic.toLocaleLowerCase('en'))
    return {
      items: [...topics.values()].map((of) => ({
        topic: of[0]?.topic ?? '',
        experts: of
          .map((row) => ({
            person: { id: row.id, name: row.name },
            level: row.level as ExpertLevel,
            note: row.note ?? '',
            positions: (held.get(row.id) ?? []).map(showHeld),
            languages: row.languages,
          }))
          .toSorted((one, other) => ORDER[one.level] - ORDER[other.level]),
      })),
    }
  })
}
