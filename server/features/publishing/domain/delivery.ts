import type { DeliveryState } from '#contract/publishing.ts'
import type { Candidate, LookUp, Outcome, Reason } from '#server/platforms/port.ts'

/** What the decision about the next step rests on. */
export interface DeliveryFacts {
  readonly sends: number
  readonly lookUps: number
  readonly dueAt: Date
}

/** Why a delivery stands where it stands: the platform's reason, or that an emergency stop came before the first byte left. */
export type StepReason = Reason | { readonly code: 'stop'; readonly words: null }

export interface NextStep {
  readonly state: DeliveryState
  /** When a worker looks again; null: nobody has to. */
  readonly nextAt: Date | null
  readonly reason: StepReason | null
  readonly published: { readonly remoteId: string; readonly url: string } | null
  readonly candidates: readonly Candidate[]
}

/** After this many sends that certainly did not arrive a person takes over. */
export const MOST_SENDS = 8
/** After this many look-ups that could not be made a person takes over; with back-off that is about two hours. */
export const MOST_LOOK_UPS = 12
/** A post found this late (the server was off) waits for a person instead of going out at an odd hour. */
export const LATE_AFTER_MS = 60 * 60_000

interface Wait {
  readonly now: Date
  /** Between 0 and 1: spreads repeats, so that they do not come all at once. */
  readonly random: number
}

const plain = { reason: null, published: null, candidates: [] } as const

/** What follows from the answer to a send. Nothing that may be out there is ever simply sent again. */
export function afterSend(outcome: Outcome, facts: DeliveryFacts, wait: Wait): NextStep {
  switch (outcome.kind) {
    case 'published':
      return { ...plain, state: 'published', nextAt: null, published: outcome }
    case 'refused':
      return { ...plain, state: 'failed', nextAt: null, reason: outcome.reason }
    case 'reconnect':
      return { ...plain, state: 'held', nextAt: null, reason: outcome.reason }
    case 'unknown':
      return { ...plain, state: 'unknown', nextAt: later(wait, backOff(1, wait)), reason: outcome.reason }
    case 'not-sent':
      return facts.sends >= MOST_SENDS
        ? { ...plain, state: 'failed', nextAt: null, reason: outcome.reason }
        : {
            ...plain,
            state: 'retry-at',
            nextAt: latest(outcome.retryAt, later(wait, backOff(facts.sends, wait))),
            reason: outcome.reason,
          }
  }
}

/** A worker has claimed it, and learned of an emergency stop before it began: it is given back, and waits for the review. */
export const STOPPED: NextStep = { ...plain, state: 'held', nextAt: null, reason: { code: 'stop', words: null } }

/** What follows from looking whether an unknown delivery is out there. */
export function afterLookUp(result: LookUp, facts: DeliveryFacts, wait: Wait): NextStep {
  switch (result.kind) {
    case 'found':
      return { ...plain, state: 'published', nextAt: null, published: result }
    case 'absent':
      return facts.sends >= MOST_SENDS
        ? { ...plain, state: 'failed', nextAt: null, reason: { code: 'not-found', words: null } }
        : { ...plain, state: 'retry-at', nextAt: wait.now }
    case 'unclear':
      return { ...plain, state: 'needs-person', nextAt: null, reason: result.reason, candidates: result.candidates }
    case 'not-now':
      return facts.lookUps >= MOST_LOOK_UPS
        ? { ...plain, state: 'needs-person', nextAt: null, reason: result.reason }
        : {
            ...plain,
            state: 'unknown',
            nextAt: latest(result.retryAt, later(wait, backOff(facts.lookUps + 1, wait))),
            reason: result.reason,
          }
  }
}

/** Exponential: about 2 s, 4 s, 8 s ... at most a quarter of an hour, of which half is left to chance. */
function backOff(attempt: number, { random }: Wait): number {
  const full = Math.min(2000 * 2 ** (attempt - 1), 15 * 60_000)
  return full / 2 + (full / 2) * random
}

function later({ now }: Wait, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds)
}

/** The platform's own word about when to come back wins over a shorter wait of ours. */
function latest(one: Date | null, other: Date): Date {
  return one !== null && one > other ? one : other
}
