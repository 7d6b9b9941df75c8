import { sql } from 'kysely'
import type { Activity, OperatingModel, Part, Role, UnitKind } from '#contract/actions.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { ModelState, Worker } from '../domain/right-changes.ts'
import type { ModelUnit } from '../domain/operating-model.ts'

export interface NamedUnit extends ModelUnit {
  readonly name: string
}

/** The row of the model in force, its number in the order of all, and who put it there. */
export async function readModelRow(db: Db, organisationId: string) {
  const row = await db
    .selectFrom('organisation_operating_models as m')
    .leftJoin('organisation_people as o', (join) =>
      join.onRef('o.organisation_id', '=', 'm.organisation_id').onRef('o.id', '=', 'm.set_by'),
    )
    .select(['m.id', 'm.model', 'm.since', 'm.set_by', 'm.reason', 'o.name'])
    .select((the) => the.fn.countAll<number>().over().as('version'))
    .where('m.organisation_id', '=', organisationId)
    .orderBy('m.since', 'desc')
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { ...row, model: row.model as OperatingModel, version: row.version }
}

/** The units that are not closed, the company first and each above those below it. */
export async function readUnits(db: Db, organisationId: string): Promise<NamedUnit[]> {
  const { rows } = await sql<NamedUnit & { kind: UnitKind }>`
    with recursive tree as (
      select id, parent_id, name, kind, centre, array[]::text[] as place from organisation_units where organisation_id = ${organisationId} and parent_id is null
      union all
      select u.id, u.parent_id, u.name, u.kind, u.centre, t.place || array[u.created_at::text || u.id::text] from organisation_units u join tree t on u.parent_id = t.id
      where u.organisation_id = ${organisationId} and u.closed_at is null
    ) select id, parent_id as "parentId", name, kind, centre from tree order by place`.execute(db)
  return rows
}

/** The model in force with the cells set by hand. */
export async function readModelState(db: Db, organisationId: string, model: OperatingModel): Promise<ModelState> {
  const rows = await db
    .selectFrom('organisation_responsibilities')
    .select(['unit_id', 'activity', 'part'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return {
    model,
    deviations: rows.map((row) => ({
      unitId: row.unit_id,
      activity: row.activity as Activity,
      part: row.part as Part | null,
    })),
  }
}

export interface NamedWorker extends Worker {
  readonly name: string
}

/** Everybody with an account and where they work, but guests from agencies: no model binds those. */
export async function readWorkers(db: Db, organisationId: string): Promise<NamedWorker[]> {
  const { rows } = await sql<NamedWorker & { role: Role }>`
    with recursive guests as (
      select id from organisation_units where organisation_id = ${organisationId} and kind = 'agency'
      union
      select u.id from organisation_units u join guests g on u.parent_id = g.id where u.organisation_id = ${organisationId}
    )
    select o.id, o.name, o.role, coalesce(array_agg(distinct p.unit_id) filter (where p.unit_id is not null), '{}') as "unitIds"
    from organisation_people o
    left join organisation_positions p on p.organisation_id = ${organisationId} and p.person_id = o.id and p.closed_at is null
    where o.organisation_id = ${organisationId} and o.active
    group by o.id, o.name, o.role
    having not coalesce(bool_or(p.unit_id in (select id from guests)), false)
    order by o.name, o.id`.execute(db)
  return rows
}

/** One change of the model at a time: the second sees what the first has done. */
export async function lockModel(db: Db, organisationId: string): Promise<void> {
  await db
    .selectFrom('organisations')
    .select('organisation_id')
    .where('organisation_id', '=', organisationId)
    .forNoKeyUpdate()
    .execute()
}

/** How many posts are not out yet in channels of these units. */
export async function countWaiting(db: Db, organisationId: string, unitIds: readonly string[]): Promise<number> {
  if (unitIds.length === 0) return 0
  const row = await db
    .selectFrom('publishing_deliveries as d')
    .innerJoin('publishing_channels as c', (join) =>
      join.onRef('c.organisation_id', '=', 'd.organisation_id').onRef('c.id', '=', 'd.channel_id'),
    )
    .select((the) => the.fn.countAll<number>().as('count'))
    .where('d.organisation_id', '=', organisationId)
    .where('d.state', 'in', ['planned', 'held'])
    .where('c.unit_id', 'in', unitIds)
    .executeTakeFirstOrThrow()
  return row.count
}
