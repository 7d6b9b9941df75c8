import type pg from 'pg'
import type { NewEvent } from '#server/kernel/events/change.ts'
import { systemClock } from '#server/kernel/clock.ts'

const BATCH = 1000

/** Appends events to an organisation's chain, by Tutti itself, in the owner's transaction. */
export async function recordEvents(
  client: pg.Client,
  organisationId: string,
  events: readonly NewEvent[],
): Promise<void> {
  for (let start = 0; start < events.length; start += BATCH) {
    const items = events.slice(start, start + BATCH).map((event) => ({
      id: systemClock.newId(),
      at: systemClock.now().toISOString(),
      actor_kind: 'system',
      actor_id: null,
      actor_name: 'Tutti',
      verb: event.verb,
      subject_type: event.subject.type,
      subject_id: event.subject.id,
      subject_title: event.subject.title ?? null,
      before: event.before ?? null,
      after: event.after ?? null,
    }))
    await client.query('select append_events($1::uuid, $2::jsonb)', [organisationId, JSON.stringify(items)])
  }
}
