import { sql, type Updateable } from 'kysely'
import type { z } from 'zod'
import type { Duty, Position } from '#contract/positions.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type PositionRecord = z.output<typeof Position>

/** Positions with their unit and who fills them; further conditions are the caller's. */
export function positions(db: Db, organisationId: string) {
  return db
    .selectFrom('organisation_positions as p')
    .innerJoin('organisation_units as u', (join) =>
      join.onRef('u.organisation_id', '=', 'p.organisation_id').onRef('u.id', '=', 'p.unit_id'),
    )
    .leftJoin('organisation_people as o', (join) =>
      join.onRef('o.organisation_id', '=', 'p.organisation_id').onRef('o.id', '=', 'p.person_id'),
    )
    .selectAll('p')
    .select(['u.name as unit_name', 'o.name as person_name'])
    .where('p.organisation_id', '=', organisationId)
}

type Row = Awaited<ReturnType<ReturnType<typeof positions>['execute']>>[number]

/** A position as the contract describes it. */
export function showPosition(row: Row): PositionRecord {
  return {
    id: row.id,
    unit: { id: row.unit_id, name: row.unit_name },
    title: row.title,
    description: row.description ?? '',
    duty: row.duty as Duty | null,
    person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
    vacantSince: row.vacant_since?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    version: row.version,
  }
}

/** One position, closed ones too. Refuses `record.not-found`. */
export async function readPosition(db: Db, organisationId: string, id: string): Promise<PositionRecord> {
  const row = await positions(db, organisationId).where('p.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.not-found')
  return showPosition(row)
}

/** Writes the columns given and counts the version up. */
export async function updatePosition(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['organisation_positions']>,
): Promise<void> {
  await db
    .updateTable('organisation_positions')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** What people hold now, by person. */
export async function heldPositions(db: Db, organisationId: string, personIds: readonly string[]) {
  const held = new Map<string, PositionRecord[]>()
  if (personIds.length === 0) return held
  const rows = await positions(db, organisationId)
    .where('p.person_id', 'in', [...personIds])
    .where('p.closed_at', 'is', null)
    .orderBy('p.created_at')
    .orderBy('p.id')
    .execute()
  for (const row of rows) {
    if (row.person_id === null) continue
    held.set(row.person_id, [...(held.get(row.person_id) ?? []), showPosition(row)])
  }
  return held
}

/** A position in a person's profile. */
export function showHeld({ id, title, duty, unit }: PositionRecord) {
  return { id, title, duty, unit }
}
