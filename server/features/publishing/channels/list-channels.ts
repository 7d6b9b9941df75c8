import { Refusal } from '#contract/refusal.ts'
import { channelSeen, seeChannel } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf, type PageRequest } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { showChannel } from './show-channel.ts'
import { countPlanned } from './store.ts'

/** Channels in the order in which they were connected; disconnected ones are left out. */
export function listChannels(kernel: Kernel, actor: Actor, page: PageRequest) {
  const after = readIdCursor(page) ?? undefined
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await db
      .selectFrom('publishing_channels')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('state', '!=', 'disconnected')
      .where(channelSeen(actor, 'id'))
      .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(page.limit + 1)
      .execute()
    const planned = await countPlanned(
      db,
      organisationId,
      rows.map((row) => row.id),
    )
    return pageOf(
      rows,
      page,
      (row) => [row.id],
      (row) => showChannel(row, planned.get(row.id) ?? 0),
    )
  })
}

/** One channel, disconnected ones too. */
export function readChannel(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  seeChannel(actor, id)
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const row = await db
      .selectFrom('publishing_channels')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (row === undefined) throw new Refusal('record.not-found')
    return showChannel(row, (await countPlanned(db, organisationId, [id])).get(id) ?? 0)
  })
}
