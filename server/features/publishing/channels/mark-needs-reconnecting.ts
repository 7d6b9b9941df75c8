import type { Db } from '#server/kernel/database/database.ts'
import type { NewEvent } from '#server/kernel/events/change.ts'
import { storableWords } from '../domain/platform-words.ts'
import type { ChannelRow } from './store.ts'

/** The problem of a channel whose sealed secrets cannot be opened any more. */
export const SECRETS_UNREADABLE = 'secrets-unreadable'

/**
 * Marks a channel whose account no longer works, so that nothing more is tried on it until a person reconnects it. Answers
 * with the event to record; none where it was marked already, or is paused or disconnected.
 */
export async function markNeedsReconnecting(
  db: Db,
  channel: Pick<ChannelRow, 'organisation_id' | 'id' | 'name'>,
  problem: { readonly code: string; readonly words: string | null } | null,
): Promise<NewEvent[]> {
  const marked = await db
    .updateTable('publishing_channels')
    .set({ state: 'needs-reconnecting', problem: problem?.code ?? null, problem_words: storableWords(problem?.words) })
    .where('organisation_id', '=', channel.organisation_id)
    .where('id', '=', channel.id)
    .where('state', '=', 'connected')
    .returning('id')
    .executeTakeFirst()
  if (marked === undefined) return []
  return [
    {
      verb: 'channel.changed',
      subject: { type: 'channel', id: channel.id, title: channel.name },
      before: { state: 'connected' },
      after: { state: 'needs-reconnecting', problem: problem?.code ?? null },
    },
  ]
}
