import { sql } from 'kysely'
import type { SubjectType } from '#contract/governance.ts'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Database, Db } from '../database/database.ts'

export interface NewEvent {
  /** Where something else has to name the event before it is written; else it is given one. */
  readonly id?: string
  /** Past tense, with its subject: `objective.created`. */
  readonly verb: `${string}.${string}`
  readonly subject: { readonly type: SubjectType; readonly id: string; readonly title?: string | null }
  readonly before?: Readonly<Record<string, unknown>> | null
  readonly after?: Readonly<Record<string, unknown>> | null
}

export interface Change {
  readonly db: Db
  /** Goes into the stream in this transaction, or not at all. */
  readonly record: (event: NewEvent) => void
  /**
   * Is done once the transaction has ended, also when it was rolled back: what has to be remembered of a refused change. Missing
   * where several changes share one transaction.
   */
  readonly afterwards?: (work: () => Promise<void>) => void
}

interface Needs {
  readonly database: Database
  readonly clock: Clock
}

/**
 * One change with its events in one transaction. The events are appended last, so that the chain's head is locked for the
 * shortest time.
 */
export async function change<T>(needs: Needs, actor: Actor, work: (change: Change) => Promise<T>): Promise<T> {
  const later: (() => Promise<void>)[] = []
  try {
    return await needs.database.inOrganisation(actor.organisationId, async (db) => {
      const events: NewEvent[] = []
      const result = await work({
        db,
        record: (event) => void events.push(event),
        afterwards: (one) => void later.push(one),
      })
      await appendEvents(
        db,
        needs.clock,
        events.map((event) => ({ actor, event })),
      )
      return result
    })
  } finally {
    for (const one of later) await one()
  }
}

/** Appends events of several actors of one organisation, inside the caller's transaction. */
export async function appendEvents(
  db: Db,
  clock: Clock,
  entries: readonly { actor: Actor; event: NewEvent }[],
): Promise<void> {
  const first = entries[0]
  if (first === undefined) return
  const rows = entries.map(({ actor, event }) => ({
    id: event.id ?? clock.newId(),
    at: clock.now().toISOString(),
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    verb: event.verb,
    subject_type: event.subject.type,
    subject_id: event.subject.id,
    subject_title: event.subject.title ?? null,
    before: event.before ?? null,
    after: event.after ?? null,
  }))
  await sql`select append_events(${first.actor.organisationId}::uuid, ${JSON.stringify(rows)}::jsonb)`.execute(db)
}
