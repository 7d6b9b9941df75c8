import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from './input.ts'

/** Binds the notices' part of the contract. */
export function noticeRoutes(kernel: Kernel) {
  const os = implement(contract.organisation.notices).$context<RequestContext>()
  return {
    list: os.list.handler(({ input, context }) => listNotices(kernel, actorOf(context), input)),
    markRead: os.markRead.handler(({ input, context }) => markRead(kernel, actorOf(context), input.ids)),
  }
}

/** One's own notices, newest first, and how many are unread. */
export function listNotices(kernel: Kernel, actor: Actor, request: Input<'notices', 'list'>) {
  const before = readIdCursor(request)
  const { organisationId, personId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await db
      .selectFrom('organisation_notices')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId ?? organisationId)
      .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
      .orderBy('id', 'desc')
      .limit(request.limit + 1)
      .execute()
    const page = pageOf(
      rows,
      request,
      (row) => [row.id],
      (row) => ({
        id: row.id,
        kind: row.kind,
        params: row.params as Record<string, string | number>,
        subject: { type: row.subject_type, id: row.subject_id },
        createdAt: row.created_at.toISOString(),
        readAt: row.read_at?.toISOString() ?? null,
      }),
    )
    return { ...page, unread: await countUnread(db, actor) }
  })
}

/** Marks one's own notices as read. Reading is no event: it concerns nobody else. */
export function markRead(kernel: Kernel, actor: Actor, ids: readonly string[] | undefined) {
  const { organisationId, personId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    await db
      .updateTable('organisation_notices')
      .set({ read_at: kernel.clock.now() })
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId ?? organisationId)
      .where('read_at', 'is', null)
      .$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? [])]))
      .execute()
    return { unread: await countUnread(db, actor) }
  })
}

async function countUnread(db: Db, { organisationId, personId }: Actor): Promise<number> {
  const { count } = await db
    .selectFrom('organisation_notices')
    .select((the) => the.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId ?? organisationId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
