import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Change } from '#server/kernel/events/change.ts'

/** Why a delivery waits, as its reason. */
export type HeldBecause = 'approval.waiting' | 'approval.rejected' | 'approval.expired' | 'approval.lapsed'

/** A post's delivery, held until the transaction ends. */
export interface HeldDelivery {
  readonly contentHash: string
  readonly campaignId: string | null
  readonly dueAt: Date
  /** Whether it is still before its going out, and not taken back. */
  readonly waits: boolean
}

/** Other words in place of some: of which part, where, and what stands there now. */
export interface Replacement {
  readonly part: number
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly words: string
}

/** What publishing does for approvals; joined in app.ts. */
export interface ApprovalPorts {
  /** Takes the delivery before the request for approval is taken, in the order in which publishing does. Null: no such post. */
  readonly hold: (db: Db, organisationId: string, postId: string) => Promise<HeldDelivery | null>
  /** Every stage has approved exactly this content: it goes out at its time. False: it is another content by now. */
  readonly released: (db: Db, organisationId: string, postId: string, contentHash: string) => Promise<boolean>
  /** It does not go out, because of this. */
  readonly refused: (db: Db, organisationId: string, postId: string, because: HeldBecause) => Promise<void>
  /** Changes the text as its author would, with everything that follows from a change. */
  readonly replaceText: (change: Change, actor: Actor, postId: string, replacement: Replacement) => Promise<void>
}
