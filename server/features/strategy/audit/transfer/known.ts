import type { Db } from '#server/kernel/database/database.ts'
import { folded } from '#server/features/organisation/index.ts'

/** What a row can refer to by name. Two of the same name are ambiguous, and listed both. */
export interface Known {
  readonly units: ReadonlyMap<string, readonly string[]>
  readonly people: ReadonlyMap<string, string>
  readonly competitors: Map<string, string[]>
}

/** Open units and competitors by folded name, people by e-mail address. */
export async function readKnown(db: Db, organisationId: string): Promise<Known> {
  const units = await db
    .selectFrom('organisation_units')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('closed_at', 'is', null)
    .execute()
  const competitors = await db
    .selectFrom('strategy_competitors')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('removed_at', 'is', null)
    .execute()
  const people = await db
    .selectFrom('organisation_people')
    .select(['id', 'email'])
    .where('organisation_id', '=', organisationId)
    .where('active', '=', true)
    .execute()
  return {
    units: byName(units),
    competitors: byName(competitors),
    people: new Map(people.map(({ id, email }) => [email.toLowerCase(), id])),
  }
}

function byName(records: readonly { readonly id: string; readonly name: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { id, name } of records) found.set(folded(name), [...(found.get(folded(name)) ?? []), id])
  return found
}
