import { sql } from 'kysely'
import type { z } from 'zod'
import type { Activity } from '#contract/actions.ts'
import type { Agency } from '#contract/agencies.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'

export type AgencyRecord = z.output<typeof Agency>

interface Named {
  readonly id: string
  readonly name: string
}
interface Row {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly closed: boolean
  readonly owner: (Named & { readonly active: boolean }) | null
  readonly ends_on: string | null
  readonly activities: Activity[] | null
  readonly channels: Named[]
  readonly campaigns: Named[]
  readonly guests: Named[]
  readonly version: number
}

/** Agencies with what each was given, by name; only one where an id is named. */
export async function selectAgencies(
  db: Db,
  organisationId: string,
  today: string,
  id?: string,
): Promise<AgencyRecord[]> {
  const one = id === undefined ? sql`` : sql`and u.id = ${id}`
  const { rows } = await sql<Row>`
    select u.id, u.name, u.description, u.closed_at is not null as closed, a.ends_on, a.activities, coalesce(a.version, u.version) as version,
      (select json_build_object('id', o.id, 'name', o.name, 'active', o.active) from organisation_people o where o.organisation_id = ${organisationId} and o.id = a.owner_id) as owner,
      (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name), '[]') from publishing_channels c where c.organisation_id = ${organisationId} and c.id = any(a.channel_ids)) as channels,
      (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.title) order by c.title), '[]') from content_campaigns c where c.organisation_id = ${organisationId} and c.id = any(a.campaign_ids) and c.removed_at is null) as campaigns,
      (select coalesce(json_agg(distinct jsonb_build_object('id', g.id, 'name', g.name)), '[]') from organisation_positions p join organisation_people g on g.organisation_id = ${organisationId} and g.id = p.person_id and g.active
        where p.organisation_id = ${organisationId} and p.unit_id = u.id and p.closed_at is null) as guests
    from organisation_units u left join organisation_agencies a on a.organisation_id = ${organisationId} and a.unit_id = u.id
    where u.organisation_id = ${organisationId} and u.kind = 'agency' ${one} order by u.closed_at is not null, u.name, u.id`.execute(
    db,
  )
  return rows.map((row) => showAgency(row, today))
}

/** One agency. Refuses `record.not-found`. */
export async function readAgency(db: Db, organisationId: string, today: string, id: string): Promise<AgencyRecord> {
  const [agency] = await selectAgencies(db, organisationId, today, id)
  if (agency === undefined) throw new Refusal('record.not-found')
  return agency
}

function showAgency(row: Row, today: string): AgencyRecord {
  return {
    id: row.id,
    name: row.name,
    description: row.description ?? '',
    state: stateOf(row, today),
    owner: row.owner === null ? null : { id: row.owner.id, name: row.owner.name },
    endsOn: row.ends_on,
    activities: row.activities ?? [],
    channels: row.channels,
    campaigns: row.campaigns,
    guests: row.guests,
    version: row.version,
  }
}

function stateOf({ closed, owner, ends_on: endsOn }: Row, today: string): AgencyRecord['state'] {
  if (closed) return 'closed'
  if (endsOn !== null && endsOn < today) return 'ended'
  return owner?.active === true ? 'working' : 'without-owner'
}

/** What an agency was given, for its events and to see what a request alters. */
export function termsOf(agency: AgencyRecord) {
  return {
    name: agency.name,
    description: agency.description,
    ownerId: agency.owner?.id ?? '',
    endsOn: agency.endsOn ?? '',
    activities: agency.activities,
    channelIds: agency.channels.map(({ id }) => id),
    campaignIds: agency.campaigns.map(({ id }) => id),
  }
}
