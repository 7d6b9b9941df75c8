import type { STOP_SCOPES } from '#contract/stops.ts'
import { unknownReference } from '#contract/refusal.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import type { Db } from '#server/kernel/database/database.ts'

export interface FoundScope {
  readonly kind: (typeof STOP_SCOPES)[number]
  readonly id: string | null
  readonly name: string
}

/** What is to be stopped, with its name of today. The company as a unit is the whole organisation: channels without a unit belong to it. */
export async function findScope(
  db: Db,
  organisationId: string,
  { kind, id }: { readonly kind: FoundScope['kind']; readonly id: string | null },
): Promise<FoundScope> {
  if (kind === 'organisation') {
    const { name } = await readOrganisation(db, organisationId)
    return { kind, id: null, name }
  }
  const found = id === null ? null : await read(db, organisationId, { kind, id })
  if (found === null) throw unknownReference('scope.id')
  return found.isRoot ? { kind: 'organisation', id: null, name: found.name } : { kind, id, name: found.name }
}

interface Found {
  readonly name: string
  readonly isRoot: boolean
}

async function read(
  db: Db,
  organisationId: string,
  { kind, id }: { readonly kind: 'unit' | 'channel' | 'campaign'; readonly id: string },
): Promise<Found | null> {
  if (kind === 'unit') {
    const unit = await db
      .selectFrom('organisation_units')
      .select(['name', 'parent_id'])
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .executeTakeFirst()
    return unit === undefined ? null : { name: unit.name, isRoot: unit.parent_id === null }
  }
  if (kind === 'channel') {
    const channel = await db
      .selectFrom('publishing_channels')
      .select('name')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .executeTakeFirst()
    return channel === undefined ? null : { name: channel.name, isRoot: false }
  }
  const campaign = await db
    .selectFrom('content_campaigns')
    .select('title')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return campaign === undefined ? null : { name: campaign.title, isRoot: false }
}
