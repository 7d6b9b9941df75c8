import { sql } from 'kysely'
import type { z } from 'zod'
import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Stakeholder } from '#contract/stakeholders.ts'
import type { Db } from '#server/kernel/database/database.ts'

export type ShownStakeholder = z.infer<typeof Stakeholder>

interface Row {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly note: string
  readonly adoption: ShownStakeholder['adoption']
  readonly risk: ShownStakeholder['risk']
  readonly interest: number
  readonly influence: number
  readonly unit_id: string | null
  readonly unit_name: string | null
  readonly campaign_id: string | null
  readonly campaign_title: string | null
  readonly owner_id: string | null
  readonly owner_name: string | null
  readonly created_at: Date
  readonly removed_at: Date | null
  readonly version: number
}

/** A stakeholder as the contract describes it. */
export function showStakeholder(row: Row): ShownStakeholder {
  const { id, name, role, note, adoption, risk, interest, influence, version } = row
  return {
    id,
    name,
    role,
    note,
    adoption,
    risk,
    interest,
    influence,
    unit: row.unit_id === null || row.unit_name === null ? null : { id: row.unit_id, name: row.unit_name },
    campaign:
      row.campaign_id === null || row.campaign_title === null
        ? null
        : { id: row.campaign_id, title: row.campaign_title },
    owner: row.owner_id === null || row.owner_name === null ? null : { id: row.owner_id, name: row.owner_name },
    createdAt: row.created_at.toISOString(),
    version,
  }
}

const COLUMNS = sql`s.*, u.name as unit_name, c.title as campaign_title, p.name as owner_name from governance_stakeholders s
  left join organisation_units u on u.organisation_id = s.organisation_id and u.id = s.unit_id
  left join content_campaigns c on c.organisation_id = s.organisation_id and c.id = s.campaign_id
  left join organisation_people p on p.organisation_id = s.organisation_id and p.id = s.owner_id`

/** Stakeholders, newest first: one more than the limit, which tells whether there are more. */
export async function selectStakeholders(
  db: Db,
  organisationId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select ${COLUMNS}
    where s.organisation_id = ${organisationId} and s.removed_at is null and (${after}::uuid is null or s.id < ${after}::uuid)
    order by s.id desc limit ${limit + 1}`.execute(db)
  return rows
}

/** One stakeholder, held for the change that follows. Refuses `record.not-found`, also for one in the other state. */
export async function holdStakeholder(
  db: Db,
  organisationId: string,
  id: string,
  { removed = false } = {},
): Promise<ShownStakeholder> {
  await db
    .selectFrom('governance_stakeholders')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const { rows } =
    await sql<Row>`select ${COLUMNS} where s.organisation_id = ${organisationId} and s.id = ${id}`.execute(db)
  const row = rows[0]
  if (row === undefined || (row.removed_at !== null) !== removed) throw new Refusal('record.not-found')
  return showStakeholder(row)
}

/** Refuses a unit, campaign or owner that is not there. */
export async function checkLinks(
  db: Db,
  organisationId: string,
  wish: Readonly<Record<'unitId' | 'campaignId' | 'ownerId', string | null>>,
): Promise<void> {
  const tables = {
    unitId: 'organisation_units',
    campaignId: 'content_campaigns',
    ownerId: 'organisation_people',
  } as const
  for (const path of ['unitId', 'campaignId', 'ownerId'] as const) {
    const id = wish[path]
    if (id === null) continue
    const { rows } =
      await sql`select id from ${sql.table(tables[path])} where organisation_id = ${organisationId} and id = ${id}`.execute(
        db,
      )
    if (rows.length === 0) throw unknownReference(path)
  }
}
