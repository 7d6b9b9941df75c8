import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'

export interface NewSchedule {
  readonly organisationId: string
  readonly postId: string
  readonly channelId: string
  readonly remoteId: string
  readonly publishedAt: Date
  readonly nextAt: Date
}

/** Stores when posts are measured first; one that was published anew starts over. */
export async function insertSchedules(db: Db, schedules: readonly NewSchedule[]): Promise<void> {
  if (schedules.length === 0) return
  await db
    .insertInto('measurement_schedules')
    .values(
      schedules.map((schedule) => ({
        organisation_id: schedule.organisationId,
        post_id: schedule.postId,
        channel_id: schedule.channelId,
        remote_id: schedule.remoteId,
        published_at: schedule.publishedAt,
        next_at: schedule.nextAt,
        failures: 0,
        problem: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'post_id']).doUpdateSet((the) => ({
        remote_id: the.ref('excluded.remote_id'),
        published_at: the.ref('excluded.published_at'),
        next_at: the.ref('excluded.next_at'),
        failures: 0,
        problem: null,
      })),
    )
    .execute()
}

/** A post that is not measured again; what was counted stays. */
export async function endSchedule(db: Db, organisationId: string, postId: string): Promise<void> {
  await db
    .updateTable('measurement_schedules')
    .set({ next_at: null })
    .where('organisation_id', '=', organisationId)
    .where('post_id', '=', postId)
    .execute()
}

export interface DuePost {
  readonly postId: string
  readonly channelId: string
  readonly remoteId: string
  readonly publishedAt: Date
  readonly failures: number
}

export interface Claim {
  readonly organisationId: string
  readonly now: Date
  /** When another worker may take them, should this one die. */
  readonly until: Date
  readonly most: number
}

/** Takes posts that are due, oldest due first; other workers pass over them until `until`. */
export async function claimDue(db: Db, claim: Claim): Promise<DuePost[]> {
  const { rows } = await sql<DuePost>`
    update measurement_schedules s set next_at = ${claim.until}
    from (
      select post_id from measurement_schedules
      where organisation_id = ${claim.organisationId} and next_at <= ${claim.now}
      order by next_at limit ${claim.most} for update skip locked
    ) due
    where s.organisation_id = ${claim.organisationId} and s.post_id = due.post_id
    returning s.post_id as "postId", s.channel_id as "channelId", s.remote_id as "remoteId", s.published_at as "publishedAt", s.failures`.execute(
    db,
  )
  return rows
}

export interface Outcome {
  readonly postId: string
  readonly nextAt: Date | null
  readonly failures: number
  readonly problem: string | null
}

/**
 * Stores how measuring went. `collectedAt` is null when nothing was collected. A post whose measuring was ended meanwhile
 * stays ended.
 */
export async function storeOutcomes(
  db: Db,
  organisationId: string,
  outcomes: readonly Outcome[],
  collectedAt: Date | null,
): Promise<void> {
  await sql`
    update measurement_schedules s
    set next_at = o."nextAt", failures = o.failures, problem = o.problem, collected_at = coalesce(${collectedAt}::timestamptz, s.collected_at)
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o("postId" uuid, "nextAt" timestamptz, failures integer, problem text)
    where s.organisation_id = ${organisationId} and s.post_id = o."postId" and s.next_at is not null`.execute(db)
}

/** The organisations that there are, in a transaction that dispatches. */
export async function readOrganisationIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('organisations').select('organisation_id').execute()
  return rows.map((row) => row.organisation_id)
}
