import { sql } from 'kysely'
import type { StopPorts } from '#server/features/governance/index.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { decideHeld } from './decide-held.ts'
import { holdDue } from './hold-due.ts'

/** A worker that has not beaten for so long is not asked: it beats every five seconds. */
const SILENT_MS = 15_000

/** What publishing does for the emergency stop. */
export function stopPorts(kernel: Kernel): StopPorts {
  return {
    holdDue,
    decide: (change, actor, work) => decideHeld(kernel, change, actor, work),
    wake: async (db, organisationId) => {
      await sql`select pg_notify('tutti_stops', ${organisationId})`.execute(db)
    },
    workers: () =>
      kernel.database.dispatching(async (db) => {
        const since = new Date(kernel.clock.now().getTime() - SILENT_MS)
        const rows = await db.selectFrom('publishing_workers').select('id').where('beat_at', '>', since).execute()
        return rows.map((row) => row.id)
      }),
  }
}
