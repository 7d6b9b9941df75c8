import type { Clock } from '#server/kernel/clock.ts'
import type { Outbound } from '#server/kernel/outbound/port.ts'
import type { Job } from '../port.ts'
import type { Server } from './call.ts'
import type { Session } from './session.ts'

/** How long the adapter waits, in milliseconds. */
export interface Patience {
  /** Time-out of the request that posts. */
  readonly postMs: number
  /** How long after a post was sent its late acceptance is still possible; longer than `postMs`. */
  readonly settleMs: number
  /** Between two questions whether a picture has been processed. */
  readonly mediaPollMs: number
}

export const PATIENCE: Patience = { postMs: 20_000, settleMs: 30_000, mediaPollMs: 1000 }

/** What every part of the adapter works with. */
export interface Tools {
  readonly outbound: Outbound
  readonly clock: Clock
  readonly patience: Patience
  /** The latest token renewal of each channel: a refresh token works only once. */
  readonly renewals: Map<string, { readonly from: string; readonly session: Promise<Session> }>
}

/** One job at one server. */
export interface Work {
  readonly tools: Tools
  readonly server: Server
  readonly job: Job
}
