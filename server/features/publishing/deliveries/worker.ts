import { sql } from 'kysely'
import type pg from 'pg'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { PublishingPorts } from '../ports.ts'
import { carryOut, type Carried } from './carry-out.ts'
import { claim, findWaiting, type Claim, type Waiting } from './claim.ts'
import { listenForDeliveries } from './listen.ts'
import { settleCarried } from './settle-carried.ts'

const SWEEP_MS = 5000
const BEAT_MS = 5000
const LONGEST_TIMER_MS = 60_000

export interface DeliveryWorker {
  /** Takes nothing more, lets what is under way end, and goes. */
  readonly close: () => Promise<void>
}

/**
 * Carries deliveries out at their time. It wakes by a timer for the next due time, by notice of new plans and, should both
 * fail, by a slow sweep. Any number may run on one database.
 */
export async function startWorker(
  kernel: Kernel,
  ports: PublishingPorts,
  connection: pg.ClientConfig,
): Promise<DeliveryWorker> {
  const { concurrency, leaseSeconds } = kernel.config.delivery
  const underWay = new Set<Promise<void>>()
  const settler = createSettler(kernel, ports)
  let closing = false
  let turning: Promise<void> | null = null
  let again = false
  let timer: NodeJS.Timeout | null = null

  const wake = () => {
    if (closing) return
    again = true
    turning ??= turn().finally(() => {
      turning = null
      if (again) wake()
    })
  }
  const sleepUntil = (next: Date | null) => {
    if (timer !== null) clearTimeout(timer)
    const wait =
      next === null
        ? LONGEST_TIMER_MS
        : Math.min(LONGEST_TIMER_MS, Math.max(0, next.getTime() - kernel.clock.now().getTime()))
    timer = closing ? null : setTimeout(wake, wait)
  }
  const begin = (one: Claim) => {
    const work = carryOut(kernel, ports, one)
      .then(async (carried) => {
        if (carried !== null) await settler.settle(carried)
      })
      .catch((error: unknown) =>
        kernel.log.error(
          { err: error, delivery: one.delivery.id },
          'a result could not be written; the lease will end and it is looked up',
        ),
      )
      .finally(() => {
        underWay.delete(work)
        wake()
      })
    underWay.add(work)
  }
  const turn = async () => {
    try {
      while (again && !closing) {
        again = false
        const free = concurrency - underWay.size
        if (free <= 0) return
        const { waiting, next } = await findWaiting(kernel, free)
        sleepUntil(next)
        for (const [organisationId, ids] of byOrganisation(waiting))
          for (const one of await claim(kernel, organisationId, ids, leaseSeconds * 1000)) begin(one)
      }
    } catch (error) {
      kernel.log.error({ err: error }, 'looking for due deliveries failed')
      sleepUntil(new Date(kernel.clock.now().getTime() + 1000))
    }
  }

  const listener = await listenForDeliveries(connection, kernel.log, wake)
  const sweep = setInterval(wake, SWEEP_MS)
  const beating = await startBeating(kernel)
  wake()
  return {
    close: async () => {
      closing = true
      clearInterval(sweep)
      if (timer !== null) clearTimeout(timer)
      await turning
      await Promise.all(underWay)
      await beating.close()
      await listener.close()
    },
  }
}

function byOrganisation(waiting: readonly Waiting[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { organisationId, id } of waiting) groups.set(organisationId, [...(groups.get(organisationId) ?? []), id])
  return groups
}

/** Results that come in while others are being written wait, and then go into one transaction together. */
function createSettler(kernel: Kernel, ports: PublishingPorts) {
  interface Entry {
    readonly carried: Carried
    readonly done: () => void
    readonly failed: (error: unknown) => void
  }
  let entries: Entry[] = []
  let writing = false
  const write = async () => {
    writing = true
    while (entries.length > 0) {
      const batch = entries
      entries = []
      for (const [organisationId, group] of Map.groupBy(
        batch,
        ({ carried }) => carried.claim.delivery.organisation_id,
      )) {
        await settleCarried(
          kernel,
          ports,
          organisationId,
          group.map(({ carried }) => carried),
        ).then(
          () => group.forEach(({ done }) => done()),
          (error: unknown) => group.forEach(({ failed }) => failed(error)),
        )
      }
    }
    writing = false
  }
  return {
    settle: (carried: Carried) =>
      new Promise<void>((done, failed) => {
        entries.push({ carried, done, failed })
        if (!writing) void write()
      }),
  }
}

/** Says every five seconds that this worker lives, and forgets workers long silent. */
async function startBeating(kernel: Kernel) {
  const id = kernel.clock.newId()
  const beat = () => {
    const now = kernel.clock.now()
    return kernel.database.dispatching(async (db) => {
      await db
        .insertInto('publishing_workers')
        .values({ id, started_at: now, beat_at: now })
        .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet({ beat_at: now }))
        .execute()
      await sql`delete from publishing_workers where beat_at < ${new Date(now.getTime() - 3_600_000)}`.execute(db)
    })
  }
  await beat()
  const timer = setInterval(
    () => void beat().catch((error: unknown) => kernel.log.warn({ err: error }, 'a heart beat could not be written')),
    BEAT_MS,
  )
  return {
    close: async () => {
      clearInterval(timer)
      await kernel.database.dispatching((db) => db.deleteFrom('publishing_workers').where('id', '=', id).execute())
    },
  }
}
