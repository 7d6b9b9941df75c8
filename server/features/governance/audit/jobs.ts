import { z } from 'zod'
import type { Kernel } from '#server/kernel/kernel.ts'
import { eraseExpired } from './erase-expired.ts'
import type { AuditPorts } from './ports.ts'
import { continueVerification, VERIFY_JOB } from './verify-chain.ts'

const Verification = z.object({ organisationId: z.uuid(), id: z.uuid() })

/** Registers the audit log's background work: verifying long chains, and erasing by night what is kept no longer. */
export function registerAuditJobs(kernel: Kernel, ports: AuditPorts): void {
  kernel.jobs.on(VERIFY_JOB, async (payload) => {
    const { organisationId, id } = Verification.parse(payload)
    await continueVerification(kernel, organisationId, id)
  })
  kernel.jobs.every('governance.erase-expired', '17 2 * * *', () => eraseExpired(kernel, ports))
}
