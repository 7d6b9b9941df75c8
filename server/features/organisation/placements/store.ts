import type { Selectable } from 'kysely'
import { z } from 'zod'
import { PlacementResult } from '#contract/placements.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'
import { findPeople } from '../store.ts'

export type PlacementRow = Selectable<Tables['organisation_placements']>

const Answers = z.record(z.string(), z.array(z.string()))
const Weights = z.record(z.string(), z.number())

/** One assessment, locked for the change that follows. */
export async function lockPlacement(db: Db, organisationId: string, id: string): Promise<PlacementRow> {
  const row = await db
    .selectFrom('organisation_placements')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** Assessments as the contract describes them. */
export async function showPlacements(db: Db, organisationId: string, rows: readonly PlacementRow[]) {
  const people = await findPeople(
    db,
    organisationId,
    rows.map((row) => row.created_by),
  )
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    answers: Answers.parse(row.answers),
    weights: Weights.parse(row.weights),
    result: PlacementResult.parse(row.result),
    createdBy: people.get(row.created_by ?? '') ?? null,
    createdAt: row.created_at.toISOString(),
    proposedAt: row.proposed_at?.toISOString() ?? null,
    appliedAt: row.applied_at?.toISOString() ?? null,
    version: row.version,
  }))
}

/** One of them; the row was read just before. */
export async function showPlacement(db: Db, organisationId: string, row: PlacementRow) {
  const [shown] = await showPlacements(db, organisationId, [row])
  if (shown === undefined) throw new Refusal('record.not-found')
  return shown
}
