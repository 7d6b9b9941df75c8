import { setTimeout as pause } from 'node:timers/promises'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { PublishingPorts } from '../ports.ts'
import type { Carried } from './carry-out.ts'
import { settleCarried } from './settle-carried.ts'

/** So long a result waits for others. What ends within a few milliseconds is written in one transaction, at the cost of one. */
const GATHER_MS = 5

/** Writes results down. */
export interface Settler {
  /** Resolves when the result is committed. */
  readonly settle: (carried: Carried) => Promise<void>
}

interface Entry {
  readonly carried: Carried
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/** Gathers results for a few milliseconds, and as long as others are being written, and writes them together. */
export function createSettler(kernel: Kernel, ports: PublishingPorts): Settler {
  let entries: Entry[] = []
  let writing = false
  const write = async () => {
    writing = true
    while (entries.length > 0) {
      await pause(GATHER_MS)
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
    settle: (carried) =>
      new Promise<void>((done, failed) => {
        entries.push({ carried, done, failed })
        if (!writing) void write()
      }),
  }
}
