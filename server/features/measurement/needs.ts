import type { Kernel } from '#server/kernel/kernel.ts'

/** What measurement's use cases lean on. */
export type Needs = Pick<Kernel, 'config' | 'clock' | 'database' | 'log'>
