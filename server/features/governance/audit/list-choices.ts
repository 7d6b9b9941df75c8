import { sql } from 'kysely'
import type { SubjectType } from '#contract/governance.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

interface FoundActor {
  readonly kind: Actor['kind']
  readonly id: string | null
  readonly name: string
}

/** What the log can be filtered by. Each distinct value is found by one step into its index, however many events carry it. */
export function listChoices(kernel: Kernel, { organisationId }: Actor) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const distinct = async (column: 'verb' | 'subject_type' | 'actor_id') => {
      const field = sql.ref(column)
      const { rows } = await sql<{ value: string }>`
        with recursive found as (
          (select ${field} as value from events where organisation_id = ${organisationId} and ${field} is not null order by ${field} limit 1)
          union all
          select (select e.${field} from events e where e.organisation_id = ${organisationId} and e.${field} > f.value order by e.${field} limit 1) from found f where f.value is not null
        ) select value from found where value is not null`.execute(db)
      return rows.map((row) => row.value)
    }
    const [verbs, types, actorIds] = [
      await distinct('verb'),
      await distinct('subject_type'),
      await distinct('actor_id'),
    ]
    // A name may change: the newest counts. Tutti itself has no id.
    const { rows: actors } = await sql<FoundActor>`
      select e.actor_kind as kind, e.actor_id as id, e.actor_name as name from unnest(${actorIds}::uuid[]) as a(id)
      cross join lateral (
        select * from events where organisation_id = ${organisationId} and actor_id = a.id order by at desc, position desc limit 1) e
      union all
      (select actor_kind, null, actor_name from events where organisation_id = ${organisationId} and actor_id is null and actor_kind = 'system' order by at desc, position desc limit 1)`.execute(
      db,
    )
    return { verbs, types: types as SubjectType[], actors }
  })
}
