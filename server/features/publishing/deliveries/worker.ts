import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { PublishingPorts } from '../ports.ts'
import { startBeating } from './beat.ts'
import { carryOut } from './carry-out.ts'
import { claim, type Claim } from './claim.ts'
import { findWaiting, type Waiting } from './find-waiting.ts'
import { listenForDeliveries } from './listen.ts'
import { createSettler } from './settler.ts'
import { watchStops } from './watch-stops.ts'

const SWEEP_MS = 5000
const LONGEST_TIMER_MS = 60_000
/** A worker that is nearly full waits so long for more of its places to become free, and claims for all of them at once. */
const GATHER_MS = 3

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
  const beating = await startBeating(kernel)
  const watch = watchStops(kernel, beating.id)
  /** What the last look found and nobody here has claimed yet, so that not every claim has to look. */
  let waiting: Waiting[] = []
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
    const work = carryOut(kernel, ports, one, watch.stopsOf)
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
        await fill()
      }
    } catch (error) {
      waiting = []
      kernel.log.error({ err: error }, 'looking for due deliveries failed')
      sleepUntil(new Date(kernel.clock.now().getTime() + 1000))
    }
  }
  /** Claims as long as there are free places and deliveries that wait, and ends when others hold all that is left. */
  const fill = async () => {
    let worthLooking = true
    let more = false
    while (!closing) {
      if (underWay.size > concurrency * 0.75) await pause(GATHER_MS)
      const free = concurrency - underWay.size
      if (free <= 0) return
      const [first, ...rest] = waiting
      if (first === undefined) {
        if (!worthLooking) return
        const found = await findWaiting(kernel)
        sleepUntil(found.next)
        waiting = found.waiting
        more = found.more
        worthLooking = false
        continue
      }
      const most = Math.min(free, first.count)
      const { claims, seen } = await claim(kernel, first, most, leaseSeconds * 1000)
      for (const one of claims) begin(one)
      if (seen > 0 && more) worthLooking = true
      waiting = seen < most || first.count === most ? rest : [{ ...first, count: first.count - most }, ...rest]
    }
  }

  const listener = await listenForDeliveries(connection, kernel.log, { wake, stop: watch.heard })
  const sweep = setInterval(() => {
    watch.heard(null)
    wake()
  }, SWEEP_MS)
  watch.heard(null)
  wake()
  return {
    close: async () => {
      closing = true
      clearInterval(sweep)
      if (timer !== null) clearTimeout(timer)
      await turning
      await Promise.all(underWay)
      await watch.close()
      await beating.close()
      await listener.close()
    },
  }
}
