import { sql, type RawBuilder } from 'kysely'
import type { REVIEW_CAUSES } from '#contract/cascade.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { notify, type NewNotice } from '#server/features/organisation/index.ts'

type Facts = Readonly<Record<string, unknown>>

export interface Rippling {
  readonly db: Db
  readonly clock: Clock
  readonly actor: Actor
}

export interface Marking {
  /** Common table expressions for `with`, of which `below (type, id, owner_id)` holds what is put up for review. */
  readonly below: RawBuilder<unknown>
  readonly cause: { readonly type: (typeof REVIEW_CAUSES)[number]; readonly id: string }
  readonly changed: { readonly before: Facts; readonly after: Facts }
  readonly kind: NewNotice['kind']
  readonly params: NewNotice['params']
}

/**
 * Puts up for review what stands below a change, in its transaction, and tells whoever owns some of it, once. A second change
 * adds to what still waits: what it was before the first, and what it is now.
 */
export async function markBelow({ db, clock, actor }: Rippling, marking: Marking): Promise<void> {
  const { below, cause, changed, kind, params } = marking
  const { organisationId } = actor
  const { rows } = await sql<{ ownerId: string; count: number }>`
    with ${below}, marked as (
      insert into strategy_reviews as r (organisation_id, id, subject_type, subject_id, cause_type, cause_id, before, after, marked_by, marked_at)
      select ${organisationId}, ${newIds(clock)}, type, id, ${cause.type}, ${cause.id}, ${JSON.stringify(changed.before)}::jsonb, ${JSON.stringify(changed.after)}::jsonb, ${actor.name}, ${clock.now()} from below
      on conflict (organisation_id, subject_type, subject_id, cause_type, cause_id) where cleared_at is null
      do update set before = excluded.before || r.before, after = r.after || excluded.after, marked_by = excluded.marked_by, marked_at = excluded.marked_at, version = r.version + 1
      returning 1
    )
    select b.owner_id as "ownerId", count(*)::int as count from below b
    join organisation_people p on p.organisation_id = ${organisationId} and p.id = b.owner_id and p.active
    where (select count(*) from marked) >= 0 group by 1`.execute(db)
  await notify(
    db,
    clock,
    organisationId,
    rows
      .filter((row) => row.ownerId !== actor.personId)
      .map(({ ownerId, count }) => ({
        personId: ownerId,
        kind,
        params: { ...params, by: actor.name, count },
        subject: { type: cause.type, id: cause.id },
      })),
  )
}

/** Ids that sort by time, made where the rows are. */
function newIds(clock: Clock) {
  const time = clock.now().getTime().toString(16).padStart(12, '0')
  return sql`(${`${time.slice(0, 8)}-${time.slice(8)}-7`} || substr(gen_random_uuid()::text, 16))::uuid`
}
