import type { Selectable } from 'kysely'
import type { SubjectType } from '#contract/governance.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Tables } from '#server/kernel/database/database.ts'

export type EventRow = Selectable<Tables['events']>

/** An event as the contract has it. */
export function showEvent(row: EventRow) {
  return {
    id: row.id,
    position: row.position,
    at: row.at.toISOString(),
    actor: { kind: row.actor_kind as Actor['kind'], id: row.actor_id, name: row.actor_name },
    verb: row.verb,
    subject: { type: row.subject_type as SubjectType, id: row.subject_id, title: row.subject_title },
    before: row.before as Record<string, unknown> | null,
    after: row.after as Record<string, unknown> | null,
    erased: row.erasure_id !== null,
  }
}
