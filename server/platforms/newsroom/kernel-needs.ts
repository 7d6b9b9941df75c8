import type { Kernel } from '#server/kernel/kernel.ts'

/** What the newsroom uses of the kernel. */
export type NewsroomKernel = Pick<Kernel, 'config' | 'clock' | 'database' | 'files'>
