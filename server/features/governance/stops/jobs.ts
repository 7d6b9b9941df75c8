import type { Kernel } from '#server/kernel/kernel.ts'
import { fileAbandonedDrills } from './file-drill.ts'

/** Registers the emergency stop's background work. */
export function registerStopJobs(kernel: Kernel): void {
  kernel.jobs.every('governance.file-drills', '* * * * *', () => fileAbandonedDrills(kernel))
}
