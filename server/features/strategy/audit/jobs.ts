import type { Kernel } from '#server/kernel/kernel.ts'
import { lookUpAllAccounts } from './look-up-account.ts'

/** Registers the audit's work in the background: readings are taken on Monday mornings. */
export function registerAccountJobs(kernel: Kernel): void {
  kernel.jobs.every('strategy.look-up-accounts', '23 4 * * 1', () => lookUpAllAccounts(kernel))
}
