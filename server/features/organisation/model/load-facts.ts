import { sql } from 'kysely'
import type { Activity, OperatingModel, Part, UnitKind } from '#contract/actions.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { dayIn } from '#server/kernel/day-in.ts'
import type { AgencyLimits, Facts, Unmet } from '#server/kernel/facts.ts'
import { reachOf, type Deviation, type ModelUnit } from '../domain/operating-model.ts'

/** What governance says of a person: the requirements they do not meet now. Joined in app.ts. */
export type FindUnmet = (db: Db, organisationId: string, personId: string, now: Date) => Promise<readonly Unmet[]>

interface UnitRow {
  readonly id: string
  readonly parent_id: string | null
  readonly kind: UnitKind
  readonly name: string
  readonly centre: boolean
  readonly own: boolean
}
interface Row {
  readonly model: OperatingModel | null
  readonly units: readonly UnitRow[]
  readonly deviations: readonly { unit_id: string; activity: Activity; part: Part | null }[]
  readonly agency: {
    readonly name: string
    readonly ends_on: string
    readonly activities: readonly Activity[]
    readonly channel_ids: readonly string[]
    readonly campaign_ids: readonly string[]
    readonly owner_active: boolean
  } | null
  readonly time_zone: string
}

/** Loads what the structure says of a person, in one query. Who holds no position belongs to the company itself. */
export async function loadFacts(
  db: Db,
  organisationId: string,
  personId: string,
  { now, findUnmet }: { now: Date; findUnmet: FindUnmet },
): Promise<Facts> {
  const { rows } = await sql<Row>`
    with recursive held as (
      select distinct p.unit_id as id from organisation_positions p
      where p.organisation_id = ${organisationId} and p.person_id = ${personId} and p.closed_at is null
    ), own as (
      select id from held
      union all
      select u.id from organisation_units u where u.organisation_id = ${organisationId} and u.parent_id is null and not exists (select from held)
    ), chain as (
      select u.id, u.parent_id, u.kind, u.name, u.centre from organisation_units u where u.organisation_id = ${organisationId} and u.id in (select id from own)
      union
      select u.id, u.parent_id, u.kind, u.name, u.centre from organisation_units u join chain c on u.organisation_id = ${organisationId} and u.id = c.parent_id
    )
    select
      (select model from organisation_operating_models where organisation_id = ${organisationId} order by since desc, id desc limit 1) as model,
      (select coalesce(json_agg(json_build_object('id', c.id, 'parent_id', c.parent_id, 'kind', c.kind, 'name', c.name, 'centre', c.centre, 'own', c.id in (select id from own))), '[]') from chain c) as units,
      (select coalesce(json_agg(json_build_object('unit_id', r.unit_id, 'activity', r.activity, 'part', r.part)), '[]') from organisation_responsibilities r
        where r.organisation_id = ${organisationId} and r.unit_id in (select id from chain)) as deviations,
      (select json_build_object('name', c.name, 'ends_on', a.ends_on, 'activities', a.activities, 'channel_ids', a.channel_ids, 'campaign_ids', a.campaign_ids, 'owner_active', o.active)
        from chain c join organisation_agencies a on a.organisation_id = ${organisationId} and a.unit_id = c.id
        join organisation_people o on o.organisation_id = ${organisationId} and o.id = a.owner_id order by a.ends_on limit 1) as agency,
      (select time_zone from organisations where organisation_id = ${organisationId}) as time_zone`.execute(db)
  const row = rows[0]
  if (row === undefined) throw new Error('The structure of an organisation could not be read.')
  const all = row.units.map(modelUnit)
  const own = row.units.filter((unit) => unit.own)
  const model = row.model ?? 'centralised'
  const deviations: Deviation[] = row.deviations.map(({ unit_id, activity, part }) => ({
    unitId: unit_id,
    activity,
    part,
  }))
  return {
    model,
    units: own.map(({ id, name }) => ({ id, name })),
    reach: reachOf(model, own.map(modelUnit), all, deviations),
    unmet: await findUnmet(db, organisationId, personId, now),
    agency: row.agency === null ? agencyWithoutTerms(row.units) : limitsOf(row.agency, dayIn(row.time_zone, now)),
  }
}

function modelUnit({ id, parent_id, kind, centre }: UnitRow): ModelUnit {
  return { id, parentId: parent_id, kind, centre }
}

function limitsOf(agency: NonNullable<Row['agency']>, today: string): AgencyLimits {
  const ended = agency.ends_on < today
  return {
    name: agency.name,
    state: ended ? 'ended' : agency.owner_active ? 'working' : 'without-owner',
    endsOn: agency.ends_on,
    activities: agency.activities,
    channelIds: agency.channel_ids,
    campaignIds: agency.campaign_ids,
  }
}

/** Whoever sits in an agency that was given nothing yet may do nothing yet. */
function agencyWithoutTerms(units: readonly UnitRow[]): AgencyLimits | null {
  const agency = units.find((unit) => unit.kind === 'agency')
  if (agency === undefined) return null
  return { name: agency.name, state: 'without-owner', endsOn: '', activities: [], channelIds: [], campaignIds: [] }
}
