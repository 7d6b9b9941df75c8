import type { z } from 'zod'
import { Refusal } from '#contract/refusal.ts'
import type { ConfidentialSummary } from '#contract/watch.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { isHeld } from '../domain/rules/check-secrets.ts'
import { selectEntry, type EntryRow } from './store.ts'

/** An entry as lists show it: nothing that is to be kept. */
export function showEntry(row: EntryRow, today: string): z.output<typeof ConfidentialSummary> {
  return {
    id: row.id,
    title: row.title,
    contact: row.contact,
    embargoUntil: row.embargo_until,
    holds: isHeld({ embargoUntil: row.embargo_until }, today),
    listen: row.listen,
    words: row.terms.length + row.aliases.length,
    hits: row.hits,
    lastHitAt: row.last_hit_at?.toISOString() ?? null,
    views: row.views,
    version: row.version,
  }
}

/** One entry. Refuses `record.not-found`, also for one that was removed. */
export async function findEntry(db: Db, organisationId: string, id: string): Promise<EntryRow> {
  const row = await selectEntry(db, organisationId, id)
  if (row === null || row.removed_at !== null) throw new Refusal('record.not-found')
  return row
}

/** What listening will ask for: each of the words as it stands, one or the other. */
export function queryOf(words: readonly string[]): string {
  return words.map((word) => `"${word.replaceAll('"', ' ').trim()}"`).join(' OR ')
}
