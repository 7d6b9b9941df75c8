import { sql } from 'kysely'
import { folded } from '#server/features/organisation/index.ts'
import type { Db } from '#server/kernel/database/database.ts'

type Kind = 'unit' | 'campaign' | 'plan'
/** The id of what is called so, or why it cannot be told. */
export type OpenPlaces = (
  kind: Kind,
  name: string,
) =>
  | string
  | { readonly code: 'import.unknown-unit' | 'budget.unknown-campaign' | 'budget.unknown-plan' | 'budget.ambiguous' }

/** Everything that a line can be charged to, by name, however it is written. */
export async function openPlaces(db: Db, organisationId: string): Promise<OpenPlaces> {
  const { rows } = await sql<{ kind: Kind; id: string; title: string }>`
    select 'unit' as kind, id, name as title from organisation_units where organisation_id = ${organisationId} and closed_at is null
    union all
    select 'campaign', id, title from content_campaigns where organisation_id = ${organisationId} and removed_at is null
    union all
    select 'plan', id, title from strategy_plans where organisation_id = ${organisationId} and removed_at is null`.execute(
    db,
  )
  const byName = Map.groupBy(rows, (row) => `${row.kind} ${folded(row.title)}`)
  return (kind, name) => {
    const found = byName.get(`${kind} ${folded(name)}`) ?? []
    const [only] = found
    if (only === undefined) return { code: kind === 'unit' ? 'import.unknown-unit' : `budget.unknown-${kind}` }
    return found.length > 1 ? { code: 'budget.ambiguous' } : only.id
  }
}
