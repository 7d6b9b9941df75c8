import type { Kernel } from '#server/kernel/kernel.ts'

const SILENT_AFTER_MS = 30_000
const LATE_AFTER_MS = 60_000

export interface Readiness {
  readonly workers: number
  /** Deliveries whose time passed more than a minute ago with nobody on them. */
  readonly late: number
  readonly ready: boolean
}

/** Whether posts go out on time: some worker has beaten lately and nothing waits that should be under way. */
export function readReadiness(kernel: Kernel): Promise<Readiness> {
  const now = kernel.clock.now().getTime()
  return kernel.database.dispatching(async (db) => {
    const { workers } = await db
      .selectFrom('publishing_workers')
      .select((the) => the.fn.countAll<number>().as('workers'))
      .where('beat_at', '>', new Date(now - SILENT_AFTER_MS))
      .executeTakeFirstOrThrow()
    const { late } = await db
      .selectFrom('publishing_deliveries')
      .select((the) => the.fn.countAll<number>().as('late'))
      .where('next_at', '<', new Date(now - LATE_AFTER_MS))
      .executeTakeFirstOrThrow()
    return { workers, late, ready: workers > 0 && late === 0 }
  })
}
