import { sql } from 'kysely'
import { notify } from '#server/features/organisation/index.ts'
import { newIds, type Rippling } from './ripple.ts'

/**
 * Puts every objective up for review after a change of vision, mission or values, in the transaction of the change. Who owns some is told,
 * once. A second change adds to what still waits, as it does below objectives.
 */
export async function rippleDirection(
  { db, clock, actor }: Rippling,
  changed: { readonly before: Readonly<Record<string, unknown>>; readonly after: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { organisationId } = actor
  const { rows } = await sql<{ ownerId: string; count: number }>`
    with below as materialized (
      select id, owner_id from strategy_objectives where organisation_id = ${organisationId} and removed_at is null
    ), marked as (
      insert into strategy_reviews as r (organisation_id, id, subject_type, subject_id, cause_type, cause_id, before, after, marked_by, marked_at)
      select ${organisationId}, ${newIds(clock)}, 'objective', id, 'direction', ${organisationId}, ${JSON.stringify(changed.before)}::jsonb, ${JSON.stringify(changed.after)}::jsonb, ${actor.name}, ${clock.now()} from below
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
        kind: 'review.direction',
        params: { by: actor.name, count },
        subject: { type: 'direction', id: organisationId },
      })),
  )
}
