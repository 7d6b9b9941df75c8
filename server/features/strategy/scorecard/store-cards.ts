import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'

export interface CardRow {
  readonly unitId: string
  readonly name: string
  readonly kind: string
  /** The card above; null for the company's. */
  readonly parentId: string | null
  readonly objectives: number
}

/** The cards of the company and of all units that have one, the company's first. The company's exists without a row. */
export async function selectCards(db: Db, organisationId: string): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    select u.id as "unitId", u.name, u.kind,
      case when u.parent_id is null then null else coalesce(c.parent_id, root.id) end as "parentId",
      case when u.parent_id is null
        then (select count(*)::int from strategy_objectives o where o.organisation_id = u.organisation_id and o.removed_at is null)
        else (select count(*)::int from strategy_scorecard_objectives h
          join strategy_objectives o on o.organisation_id = h.organisation_id and o.id = h.objective_id and o.removed_at is null
          where h.organisation_id = u.organisation_id and h.unit_id = u.id) end as objectives
    from organisation_units u
    join organisation_units root on root.organisation_id = u.organisation_id and root.parent_id is null
    left join strategy_scorecards c on c.organisation_id = u.organisation_id and c.unit_id = u.id
    where u.organisation_id = ${organisationId} and (u.parent_id is null or c.unit_id is not null)
    order by (u.parent_id is null) desc, u.name, u.id`.execute(db)
  return rows
}

export interface UnitRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly parentId: string | null
}

/** The units that are open. */
export function selectUnits(db: Db, organisationId: string): Promise<UnitRow[]> {
  return db
    .selectFrom('organisation_units')
    .select(['id', 'name', 'kind', 'parent_id as parentId'])
    .where('organisation_id', '=', organisationId)
    .where('closed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** Makes a card where there is none, and holds it until the transaction ends. */
export async function holdCardRow(
  db: Db,
  card: { readonly organisationId: string; readonly unitId: string; readonly parentId: string | null },
  now: Date,
): Promise<void> {
  await db
    .insertInto('strategy_scorecards')
    .values({ organisation_id: card.organisationId, unit_id: card.unitId, parent_id: card.parentId, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .selectFrom('strategy_scorecards')
    .select('unit_id')
    .where('organisation_id', '=', card.organisationId)
    .where('unit_id', '=', card.unitId)
    .forUpdate()
    .execute()
}

/** Deletes a card with everything on it. */
export async function deleteCard(db: Db, organisationId: string, unitId: string): Promise<void> {
  await db
    .deleteFrom('strategy_scorecards')
    .where('organisation_id', '=', organisationId)
    .where('unit_id', '=', unitId)
    .execute()
}

/** Every objective that is not removed, with its owner, the oldest first. */
export function selectCardObjectives(db: Db, organisationId: string) {
  return db
    .selectFrom('strategy_objectives as o')
    .leftJoin('organisation_people as p', (join) =>
      join.onRef('p.organisation_id', '=', 'o.organisation_id').onRef('p.id', '=', 'o.owner_id'),
    )
    .select(['o.id', 'o.title', 'o.perspective', 'o.owner_id', 'p.name as owner_name'])
    .where('o.organisation_id', '=', organisationId)
    .where('o.removed_at', 'is', null)
    .orderBy('o.id')
    .execute()
}

/** What cards say of objectives: places, and what units do for them. */
export function selectHeld(db: Db, organisationId: string, unitIds: readonly string[]) {
  if (unitIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('strategy_scorecard_objectives')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('unit_id', 'in', unitIds)
    .execute()
}

export interface HeldKey {
  readonly organisationId: string
  readonly unitId: string
  readonly objectiveId: string
}

interface HeldColumns {
  readonly contribution?: string
  readonly x?: number
  readonly y?: number
}

/** Writes what a card says of an objective; a changed contribution counts the version up. */
export async function writeHeld(db: Db, key: HeldKey, columns: HeldColumns, now: Date): Promise<void> {
  await db
    .insertInto('strategy_scorecard_objectives')
    .values({
      organisation_id: key.organisationId,
      unit_id: key.unitId,
      objective_id: key.objectiveId,
      ...columns,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'unit_id', 'objective_id']).doUpdateSet({
        ...columns,
        ...(columns.contribution === undefined
          ? {}
          : { version: sql<number>`strategy_scorecard_objectives.version + 1` }),
        created_at: sql<Date>`strategy_scorecard_objectives.created_at`,
      }),
    )
    .execute()
}

/** Takes an objective off a card, with the measures, arrows and initiatives that it had there. */
export async function deleteHeld(db: Db, { organisationId, unitId, objectiveId }: HeldKey): Promise<void> {
  for (const table of [
    'strategy_scorecard_objectives',
    'strategy_scorecard_measures',
    'strategy_scorecard_initiatives',
  ] as const)
    await db
      .deleteFrom(table)
      .where('organisation_id', '=', organisationId)
      .where('unit_id', '=', unitId)
      .where('objective_id', '=', objectiveId)
      .execute()
  await db
    .deleteFrom('strategy_scorecard_causes')
    .where('organisation_id', '=', organisationId)
    .where('unit_id', '=', unitId)
    .where((eb) => eb.or([eb('cause_id', '=', objectiveId), eb('effect_id', '=', objectiveId)]))
    .execute()
}
