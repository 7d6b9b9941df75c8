import { sql } from 'kysely'
import type { Kernel } from '#server/kernel/kernel.ts'

const BEAT_MS = 5000
const FORGOTTEN_AFTER_MS = 3_600_000

/** Says every five seconds that this worker lives, and forgets workers long silent. `id`: under which it is known. */
export async function startBeating(
  kernel: Kernel,
): Promise<{ readonly id: string; readonly close: () => Promise<void> }> {
  const id = kernel.clock.newId()
  const beat = () => {
    const now = kernel.clock.now()
    return kernel.database.dispatching(async (db) => {
      await db
        .insertInto('publishing_workers')
        .values({ id, started_at: now, beat_at: now })
        .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet({ beat_at: now }))
        .execute()
      await sql`delete from publishing_workers where beat_at < ${new Date(now.getTime() - FORGOTTEN_AFTER_MS)}`.execute(
        db,
      )
    })
  }
  await beat()
  const timer = setInterval(
    () => void beat().catch((error: unknown) => kernel.log.warn({ err: error }, 'a heart beat could not be written')),
    BEAT_MS,
  )
  return {
    id,
    close: async () => {
      clearInterval(timer)
      await kernel.database.dispatching((db) => db.deleteFrom('publishing_workers').where('id', '=', id).execute())
    },
  }
}
