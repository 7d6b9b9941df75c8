import { sql } from 'kysely'
import { z } from 'zod'
import type { DeliveryState } from '#contract/publishing.ts'
import type { STOP_DECISIONS } from '#contract/stops.ts'
import { postSeen } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { pageOf, readCursorAs, type PageRequest } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { stopsFor, type CoveringStop } from './covered.ts'
import { readStop } from './store.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const MOST_TITLE = 120

interface ItemRow {
  readonly delivery_id: string
  readonly post_id: string
  readonly kind: 'held' | 'on-its-way'
  readonly decision: (typeof STOP_DECISIONS)[number] | null
  readonly decided_by_name: string | null
  readonly decided_at: Date | null
  readonly state: DeliveryState
  readonly waiting: boolean
  readonly due_at: Date
  readonly url: string | null
  readonly title: string
  readonly channel_id: string
  readonly channel_name: string
  readonly platform: string
  readonly campaign_id: string | null
  readonly campaign_title: string | null
}

interface ItemsRequest extends PageRequest {
  readonly stopId?: string | undefined
  readonly waiting?: boolean | undefined
}

/** What a stop held and what was on its way when it came, in the order in which it was due. */
export function listItems(kernel: Kernel, actor: Actor, request: ItemsRequest) {
  const { organisationId } = actor
  const cursor = readCursorAs(request.cursor, Cursor)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    if (request.stopId !== undefined) await readStop(db, organisationId, request.stopId)
    const rows = await readItems(db, actor, request, cursor)
    const covering = await stopsFor(
      db,
      organisationId,
      rows.filter((row) => row.waiting).map((row) => row.delivery_id),
    )
    return pageOf(
      rows,
      request,
      (row) => [row.due_at.toISOString(), row.delivery_id],
      (row) => showItem(row, covering.get(row.delivery_id)?.[0]),
    )
  })
}

async function readItems(
  db: Db,
  actor: Actor,
  { stopId, waiting, limit }: ItemsRequest,
  cursor: readonly [string, string] | null,
): Promise<ItemRow[]> {
  const { organisationId } = actor
  const waits = sql`(i.kind = 'held' and i.decision is null and d.state = 'held' and d.reason = 'stop')`
  const { rows } = await sql<ItemRow>`
    select distinct on (d.due_at, i.delivery_id) i.delivery_id, i.post_id, i.kind, i.decision, i.decided_by_name, i.decided_at, d.state, ${waits} as waiting, d.due_at, d.url,
      coalesce(p.title, left(p.text, ${MOST_TITLE})) as title, c.id as channel_id, c.name as channel_name, c.platform, k.id as campaign_id, k.title as campaign_title
    from governance_stop_items i
    join publishing_deliveries d on d.organisation_id = i.organisation_id and d.id = i.delivery_id
    join publishing_posts p on p.organisation_id = i.organisation_id and p.id = d.post_id
    join publishing_channels c on c.organisation_id = i.organisation_id and c.id = d.channel_id
    left join content_campaigns k on k.organisation_id = i.organisation_id and k.id = p.campaign_id
    where i.organisation_id = ${organisationId} and ${stopId === undefined ? sql`true` : sql`i.stop_id = ${stopId}`}
      and ${waiting === undefined ? sql`true` : waiting ? waits : sql`not ${waits}`}
      and ${postSeen(actor, { channel: 'd.channel_id', campaign: 'p.campaign_id' })}
      and ${cursor === null ? sql`true` : sql`(d.due_at, i.delivery_id) > (${new Date(cursor[0])}, ${cursor[1]})`}
    order by d.due_at, i.delivery_id, i.at desc, i.stop_id limit ${limit + 1}`.execute(db)
  return rows
}

function showItem(row: ItemRow, covering: CoveringStop | undefined) {
  return {
    id: row.delivery_id,
    postId: row.post_id,
    title: row.title,
    channel: { id: row.channel_id, name: row.channel_name, platform: row.platform },
    campaign: row.campaign_id === null ? null : { id: row.campaign_id, title: row.campaign_title ?? '' },
    kind: row.kind,
    state: row.state,
    dueAt: row.due_at.toISOString(),
    url: row.url,
    waiting: row.waiting,
    coveredBy: covering === undefined ? null : { kind: covering.kind, id: covering.scopeId, name: covering.scopeName },
    decided:
      row.decision === null || row.decided_at === null
        ? null
        : { decision: row.decision, at: row.decided_at.toISOString(), by: row.decided_by_name ?? '' },
  }
}
