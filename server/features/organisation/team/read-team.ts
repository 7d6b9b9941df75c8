import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { heldPositions, showHeld } from '../positions/store.ts'
import { selectUnits, type UnitRecord } from '../units/store.ts'

/** The core team, and who represents each department. */
export function readTeam(kernel: Kernel, { organisationId }: Actor) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const core = await db
      .selectFrom('organisation_people')
      .select(['id', 'name', 'languages'])
      .where('organisation_id', '=', organisationId)
      .where('core_team', '=', true)
      .where('active', '=', true)
      .orderBy('name')
      .execute()
    const held = await heldPositions(
      db,
      organisationId,
      core.map(({ id }) => id),
    )
    const since = await representedSince(db, organisationId)
    const units = (await selectUnits(db, organisationId)).filter(
      (unit) => unit.closedAt === null && (unit.kind === 'department' || unit.representative !== null),
    )
    return {
      core: core.map(({ id, name, languages }) => ({
        person: { id, name },
        positions: (held.get(id) ?? []).map(showHeld),
        languages,
      })),
      representatives: units.map((unit) => showRepresentation(unit, since.get(unit.id) ?? null)),
    }
  })
}

/** Who represents a unit, as the contract describes it. */
export function showRepresentation(unit: UnitRecord, since: Date | null) {
  return {
    unit: { id: unit.id, name: unit.name },
    person: unit.representative?.person ?? null,
    deputy: unit.representative?.deputy ?? null,
    since: since?.toISOString() ?? null,
  }
}

async function representedSince(db: Db, organisationId: string): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .selectFrom('organisation_representatives')
    .select(['unit_id', 'since'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return new Map(rows.map((row) => [row.unit_id, row.since]))
}
