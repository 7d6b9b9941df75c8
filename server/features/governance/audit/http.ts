import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { liftHold, listHolds, placeHold } from './legal-holds.ts'
import { listChoices } from './list-choices.ts'
import { listRetention, setRetention } from './retention.ts'
import { listVerifications, showVerification, verifyChain } from './verify-chain.ts'

/** Binds the audit log's part of the contract. */
export function auditRoutes(kernel: Kernel) {
  const os = implement(contract.governance.audit).$context<RequestContext>()
  return {
    choices: os.choices.handler(({ context }) => listChoices(kernel, actorOf(context))),
    verifications: os.verifications.handler(({ context }) => listVerifications(kernel, actorOf(context))),
    verification: os.verification.handler(({ input, context }) => showVerification(kernel, actorOf(context), input.id)),
    verify: os.verify.handler(({ context }) => verifyChain(kernel, actorOf(context))),
    retention: os.retention.handler(({ context }) => listRetention(kernel, actorOf(context))),
    setRetention: os.setRetention.handler(({ input, context }) => setRetention(kernel, actorOf(context), input)),
    holds: os.holds.handler(({ context }) => listHolds(kernel, actorOf(context))),
    placeHold: os.placeHold.handler(({ input, context }) => placeHold(kernel, actorOf(context), input)),
    liftHold: os.liftHold.handler(({ input, context }) => liftHold(kernel, actorOf(context), input)),
  }
}
