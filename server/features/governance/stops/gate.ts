import { sql } from 'kysely'
import type { Db } from '#server/kernel/database/database.ts'

/** Apart from other advisory locks on the same ids. */
const SEED = 911

/**
 * Whoever claims deliveries passes the organisation's gate first; many pass at the same time, until the transaction ends. It
 * must be a statement of its own, before the one that reads the stops: only then does that one see what was committed.
 */
export async function passGate(db: Db, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${organisationId}, ${SEED}))`.execute(db)
}

/**
 * Shuts the gate: waits until every claim under way is committed, and lets none begin before this transaction ends. After that
 * every claim sees what it wrote. Taken before any row is locked, so that nobody waits in a circle.
 */
export async function shutGate(db: Db, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${organisationId}, ${SEED}))`.execute(db)
}
