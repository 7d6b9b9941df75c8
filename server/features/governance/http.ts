import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { approvalRoutes } from './approvals/http.ts'
import type { ApprovalPorts } from './approvals/ports.ts'
import { auditRoutes } from './audit/http.ts'
import { listEvents } from './audit/list-events.ts'
import { policyRoutes } from './policies/http.ts'
import { ruleRoutes } from './rules/http.ts'
import { stakeholderRoutes } from './stakeholders/http.ts'
import { stopRoutes } from './stops/http.ts'
import type { StopPorts } from './stops/ports.ts'
import { trainingRoutes } from './training/http.ts'
import { watchRoutes } from './watch/http.ts'
import { workflowRoutes } from './workflows/http.ts'

/** Binds governance's part of the contract. */
export function governanceRoutes(
  kernel: Kernel,
  ports: { readonly approvals: ApprovalPorts; readonly stops: StopPorts },
) {
  const os = implement(contract.governance).$context<RequestContext>()
  return {
    events: os.events.handler(({ input, context }) => listEvents(kernel, actorOf(context), input)),
    audit: auditRoutes(kernel),
    stops: stopRoutes(kernel, ports.stops),
    policies: policyRoutes(kernel),
    training: trainingRoutes(kernel),
    rules: ruleRoutes(kernel),
    watch: watchRoutes(kernel),
    workflows: workflowRoutes(kernel),
    approvals: approvalRoutes(kernel, ports.approvals),
    stakeholders: stakeholderRoutes(kernel),
  }
}
