import type { Selectable } from 'kysely'
import { PlatformDescription } from '#contract/platforms.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'

export type ChannelRow = Selectable<Tables['publishing_channels']>

export interface ChannelReference {
  readonly id: string
  readonly name: string
  readonly platform: string
  readonly state: string
  /** The unit it belongs to; null: to none in particular. */
  readonly unitId: string | null
  readonly description: PlatformDescription
}

function reference(
  row: Pick<ChannelRow, 'id' | 'name' | 'platform' | 'state' | 'unit_id' | 'description'>,
): ChannelReference {
  return {
    id: row.id,
    name: row.name,
    platform: row.platform,
    state: row.state,
    unitId: row.unit_id,
    description: PlatformDescription.parse(row.description),
  }
}

/** A channel with what its own server allows; null where there is none. */
export async function findChannel(db: Db, organisationId: string, id: string): Promise<ChannelReference | null> {
  return (await findChannels(db, organisationId, [id])).get(id) ?? null
}

/** Channels by id; ids of none are left out. */
export async function findChannels(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ChannelReference>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('publishing_channels')
    .select(['id', 'name', 'platform', 'state', 'unit_id', 'description'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, reference(row)]))
}

/** A channel held for the change that follows. */
export async function lockChannel(db: Db, organisationId: string, id: string): Promise<ChannelRow> {
  const row = await db
    .selectFrom('publishing_channels')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** How many posts wait on each of these channels. */
export async function countPlanned(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('publishing_deliveries')
    .select(['channel_id', (the) => the.fn.countAll<number>().as('count')])
    .where('organisation_id', '=', organisationId)
    .where('channel_id', 'in', ids)
    .where('state', 'in', ['planned', 'retry-at', 'held'])
    .groupBy('channel_id')
    .execute()
  return new Map(rows.map((row) => [row.channel_id, row.count]))
}
