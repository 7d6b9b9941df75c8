import type { STOP_DECISIONS } from '#contract/stops.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Change } from '#server/kernel/events/change.ts'

export interface HeldItem {
  readonly deliveryId: string
  readonly postId: string
}

export interface Decision {
  readonly kind: (typeof STOP_DECISIONS)[number]
  /** When the first goes out; for `send-now` the present. */
  readonly at: Date
  readonly timeZone: string | null
  readonly spacingMinutes: number
}

/** What publishing does for stops; joined in app.ts. */
export interface StopPorts {
  /** Holds what is due by now and nobody has claimed, of these deliveries, and says which it held. */
  readonly holdDue: (
    change: Change,
    organisationId: string,
    deliveryIds: readonly string[],
  ) => Promise<readonly HeldItem[]>
  /** Carries out a decision on held deliveries, in this order, and says on which: those that are held no longer are left out. */
  readonly decide: (
    change: Change,
    actor: Actor,
    work: {
      readonly deliveryIds: readonly string[]
      readonly decision: Decision
      /** By channel, when the last one decided on already goes out. */
      readonly lastAt: ReadonlyMap<string, Date>
    },
  ) => Promise<readonly string[]>
  /** Wakes every worker, so that it takes note. */
  readonly wake: (db: Db, organisationId: string) => Promise<void>
  /** The workers that have beaten lately. */
  readonly workers: () => Promise<readonly string[]>
}
