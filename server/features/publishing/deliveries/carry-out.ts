import type { CoveringStop } from '#server/features/governance/index.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { LookUp, Outcome } from '#server/platforms/port.ts'
import { afterLookUp, afterSend, STOPPED, type NextStep } from '../domain/delivery.ts'
import type { PublishingPorts } from '../ports.ts'
import { buildJob, LostDelivery } from './build-job.ts'
import type { Claim } from './claim.ts'

export interface Carried {
  readonly claim: Claim
  readonly step: NextStep
  /** As in the list of attempts. */
  readonly outcome: string
  /** The emergency stops because of which it was given back. */
  readonly stops?: readonly CoveringStop[]
}

/** The emergency stops that a worker knows to cover a delivery at this moment. */
export type StopsOf = (delivery: Claim['delivery']) => Promise<readonly CoveringStop[]>

/** The account cannot be asked until a person has connected the channel again. */
const CLOSED: LookUp = { kind: 'not-now', reason: { code: 'wrong-credentials', words: null }, retryAt: null }

/**
 * Does what a claim asks for, at most once, and ends before its lease does. Null: the delivery was taken over meanwhile and
 * nothing may be written. An error that no adapter foresaw counts as unknown: it may have happened after the request left.
 */
export async function carryOut(
  kernel: Kernel,
  ports: PublishingPorts,
  claim: Claim,
  stopsOf: StopsOf,
): Promise<Carried | null> {
  const platform = ports.platforms.get(claim.channel.platform)
  const left = claim.leaseUntil.getTime() - kernel.clock.now().getTime()
  const signal = AbortSignal.timeout(Math.max(1, Math.floor(left * 0.7)))
  const wait = () => ({ now: kernel.clock.now(), random: Math.random() })
  const facts = { sends: claim.delivery.sends, lookUps: claim.delivery.look_ups, dueAt: claim.delivery.due_at }
  try {
    if (platform === undefined) throw new Error(`There is no platform ${claim.channel.platform}.`)
    if (claim.account === null) return { claim, step: afterLookUp(CLOSED, facts, wait()), outcome: CLOSED.kind }
    const job = buildJob(kernel, claim.delivery, claim.account, signal)
    if (claim.kind === 'send') {
      kernel.metrics.observeLateness(
        Math.max(0, (kernel.clock.now().getTime() - claim.delivery.due_at.getTime()) / 1000),
      )
      // The last moment: from the next line on the platform may have it.
      const stops = await stopsOf(claim.delivery)
      if (stops.length > 0) return { claim, step: STOPPED, outcome: 'stopped', stops }
      const outcome = await platform.publisher.publish(job)
      kernel.metrics.countDelivery({ platform: claim.channel.platform, outcome: outcome.kind })
      return { claim, step: afterSend(outcome, facts, wait()), outcome: outcome.kind }
    }
    const result = await platform.publisher.lookUp(job)
    return { claim, step: afterLookUp(result, facts, wait()), outcome: result.kind }
  } catch (error) {
    if (error instanceof LostDelivery) return null
    kernel.log.error({ err: error, delivery: claim.delivery.id }, 'carrying out a delivery failed')
    return afterSurprise(claim, facts, wait())
  }
}

function afterSurprise(
  claim: Claim,
  facts: Parameters<typeof afterSend>[1],
  wait: Parameters<typeof afterSend>[2],
): Carried {
  const reason = { code: 'answer-lost', words: null } as const
  const sent: Outcome = { kind: 'unknown', reason }
  const looked: LookUp = { kind: 'not-now', reason, retryAt: null }
  return claim.kind === 'send'
    ? { claim, step: afterSend(sent, facts, wait), outcome: sent.kind }
    : { claim, step: afterLookUp(looked, facts, wait), outcome: looked.kind }
}
