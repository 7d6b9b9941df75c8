import type { Kernel } from '#server/kernel/kernel.ts'
import type { ApprovalPorts } from './ports.ts'
import { watchApprovals } from './watch-approvals.ts'

/** Registers the look at waiting requests, every minute. */
export function registerApprovalJobs(kernel: Kernel, ports: ApprovalPorts): void {
  kernel.jobs.every('governance.watch-approvals', '* * * * *', () => watchApprovals(kernel, ports))
}
