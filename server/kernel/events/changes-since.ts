import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** After so many events everything is rather read anew. */
const MOST = 500

export interface Touch {
  readonly subject: string
  readonly id: string
  readonly verb: string
  /** The fields that were changed, as they were; null where an event says nothing of it. */
  readonly before: Readonly<Record<string, unknown>> | null
}

export interface Changes {
  /** Where the organisation's stream stood; null while nothing was ever recorded: then nothing can be remembered. */
  readonly position: string | null
  /** What was touched since; null: too much to follow, or nobody knows. */
  readonly touched: readonly Touch[] | null
}

/**
 * What was changed since a position of the organisation's stream, for those who remember what they read. Ask before the rows are
 * read: what is changed in between is then told once more the next time. The head is locked while events are appended, so that
 * no event comes to stand before this position later.
 */
export async function changesSince(db: Db, organisationId: string, known: string | null): Promise<Changes> {
  const { rows } = await sql<{
    position: string
    subject: string | null
    id: string
    verb: string
    before: Touch['before']
  }>`
    select h.position::text as position, e.subject_type as subject, e.subject_id as id, e.verb, e.before
    from event_heads h left join lateral (
      select v.subject_type, v.subject_id, v.verb, v.before from events v
      where v.organisation_id = ${organisationId} and v.position > ${known ?? '9223372036854775807'}::bigint and v.position <= h.position
      order by v.position limit ${MOST + 1}
    ) e on true
    where h.organisation_id = ${organisationId}`.execute(db)
  const position = rows[0]?.position ?? null
  if (known === null || position === null || rows.length > MOST) return { position, touched: null }
  return {
    position,
    touched: rows.flatMap(({ subject, id, verb, before }) => (subject === null ? [] : [{ subject, id, verb, before }])),
  }
}

/** Whether an event changed one of these fields; so does any other event than a change, and one that does not say what it changed. */
export function changedAny({ verb, before }: Touch, fields: readonly string[]): boolean {
  return !verb.endsWith('.changed') || before === null || fields.some((field) => field in before)
}
