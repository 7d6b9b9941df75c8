import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { POSITIONS, type SamplePosition } from './positions-story.ts'
import { CAMPAIGNS } from './story.ts'
import { ABSENCES, CORE_TEAM, EXPERTISE, REPRESENTATIVES, UNITS } from './structure-story.ts'
import { calledIn } from './turkish.ts'

interface Ground {
  readonly organisationId: string
  /** The root of the units. */
  readonly companyId: string
  readonly now: Date
  readonly language: 'en' | 'tr'
  /** By name. */
  readonly people: ReadonlyMap<string, string>
  readonly channels: Readonly<Record<'tr' | 'dach', string>>
  /** By key. */
  readonly campaigns: ReadonlyMap<string, string>
}

const DAY_MS = 86_400_000
const VACANT_FOR_DAYS = 12

/** Monday to Friday, the same each day. */
export function officeHours({ zone, from, until }: { zone: string; from: string; until: string }) {
  return { timeZone: zone, week: weekOf({ days: 5, from, until }) }
}

function weekOf({ days, from, until }: { days: number; from: string; until: string }) {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => (weekday <= days ? { from, until } : null))
}

/** Builds the made-up company: units, positions with both lines, the core team, who represents what, experts, absences and the agency. */
export async function plantStructure(kernel: Kernel, db: Db, ground: Ground): Promise<void> {
  const units = await plantUnits(kernel, db, ground)
  await plantPositions(kernel, db, ground, units)
  await plantTeam(kernel, db, ground, units)
  await plantAgency(db, ground, units)
  await placeChannelsAndCampaigns(db, ground, units)
}

function of(map: ReadonlyMap<string, string>, key: string): string {
  const id = map.get(key)
  if (id === undefined) throw new Error(`The sample knows no ${key}.`)
  return id
}

function day(now: Date, offset: number): string {
  return new Date(now.getTime() + offset * DAY_MS).toISOString().slice(0, 10)
}

async function plantUnits(kernel: Kernel, db: Db, ground: Ground): Promise<ReadonlyMap<string, string>> {
  const units = new Map([['company', ground.companyId]])
  for (const unit of UNITS) {
    const id = kernel.clock.newId()
    units.set(unit.key, id)
    await db
      .insertInto('organisation_units')
      .values({
        organisation_id: ground.organisationId,
        id,
        parent_id: of(units, unit.parent),
        kind: unit.kind,
        name: calledIn(ground.language, unit.name),
        description: unit.description,
        centre: 'centre' in unit,
        locale: 'locale' in unit ? unit.locale : null,
        time_zone: 'timeZone' in unit ? unit.timeZone : null,
        country: 'country' in unit ? unit.country : null,
        cover_hours: 'cover' in unit ? JSON.stringify(weekOf(unit.cover)) : null,
        created_at: new Date(ground.now.getTime() - 180 * DAY_MS),
      })
      .execute()
  }
  return units
}

async function plantPositions(kernel: Kernel, db: Db, ground: Ground, units: ReadonlyMap<string, string>) {
  const positions = new Map<string, string>()
  const since = new Date(ground.now.getTime() - 170 * DAY_MS)
  for (const { key, unit, title, description, duty, person } of POSITIONS) {
    const id = kernel.clock.newId()
    positions.set(key, id)
    await db
      .insertInto('organisation_positions')
      .values({
        organisation_id: ground.organisationId,
        id,
        unit_id: of(units, unit),
        title: calledIn(ground.language, title),
        description,
        duty: duty ?? null,
        person_id: person === null ? null : of(ground.people, person),
        vacant_since: person === null ? new Date(ground.now.getTime() - VACANT_FOR_DAYS * DAY_MS) : null,
        created_at: since,
      })
      .execute()
  }
  const lines = POSITIONS.flatMap((position) =>
    linesOf(position).map(({ kind, superior }) => ({
      organisation_id: ground.organisationId,
      id: kernel.clock.newId(),
      kind,
      position_id: of(positions, position.key),
      superior_id: of(positions, superior),
      since,
    })),
  )
  await db.insertInto('organisation_reporting_lines').values(lines).execute()
}

function linesOf({ functional, administrative }: SamplePosition) {
  return [
    ...(functional === undefined ? [] : [{ kind: 'functional', superior: functional }]),
    ...(administrative === undefined ? [] : [{ kind: 'administrative', superior: administrative }]),
  ]
}

async function plantTeam(kernel: Kernel, db: Db, ground: Ground, units: ReadonlyMap<string, string>) {
  const { organisationId, people, now, language } = ground
  await db
    .updateTable('organisation_people')
    .set({ core_team: true })
    .where('organisation_id', '=', organisationId)
    .where('name', 'in', CORE_TEAM)
    .execute()
  await db
    .insertInto('organisation_representatives')
    .values(
      REPRESENTATIVES.map(({ unit, person, deputy }) => ({
        organisation_id: organisationId,
        unit_id: of(units, unit),
        person_id: of(people, person),
        deputy_id: deputy === null ? null : of(people, deputy),
        since: new Date(now.getTime() - 160 * DAY_MS),
      })),
    )
    .execute()
  await db
    .insertInto('organisation_expertise')
    .values(
      EXPERTISE.map(({ person, topic, level, note }) => ({
        organisation_id: organisationId,
        person_id: of(people, person),
        topic: calledIn(language, topic),
        level,
        note,
      })),
    )
    .execute()
  await db
    .insertInto('organisation_absences')
    .values(
      ABSENCES.map(({ person, from, until, delegate }) => ({
        organisation_id: organisationId,
        id: kernel.clock.newId(),
        person_id: of(people, person),
        from_on: day(now, from),
        until_on: day(now, until),
        delegate_id: of(people, delegate),
        created_at: now,
      })),
    )
    .execute()
}

async function plantAgency(db: Db, ground: Ground, units: ReadonlyMap<string, string>) {
  await db
    .insertInto('organisation_agencies')
    .values({
      organisation_id: ground.organisationId,
      unit_id: of(units, 'lumen'),
      owner_id: of(ground.people, 'Farid Moss'),
      ends_on: day(ground.now, 127),
      activities: ['create', 'adapt'],
      channel_ids: [ground.channels.dach],
      campaign_ids: [of(ground.campaigns, 'winter')],
    })
    .execute()
}

async function placeChannelsAndCampaigns(db: Db, ground: Ground, units: ReadonlyMap<string, string>) {
  const { organisationId, channels, campaigns } = ground
  for (const region of ['tr', 'dach'] as const)
    await db
      .updateTable('publishing_channels')
      .set({ unit_id: of(units, region) })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', channels[region])
      .execute()
  for (const { key, region } of CAMPAIGNS)
    await db
      .updateTable('content_campaigns')
      .set({ unit_id: of(units, region) })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', of(campaigns, key))
      .execute()
}
