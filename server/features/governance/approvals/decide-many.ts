import type { z } from 'zod'
import type { ApprovalState } from '#contract/approvals.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { decide, reasonOf } from './decide.ts'
import type { ApprovalPorts } from './ports.ts'
import { findApproval } from './store.ts'

/** Decides several requests, each in a transaction of its own: one that is refused says why and keeps none of the others. */
export async function decideMany(
  kernel: Kernel,
  ports: ApprovalPorts,
  actor: Actor,
  { items, decision, reason }: Input<'approvals', 'decideMany'>,
) {
  reasonOf({ decision, reason })
  const results: { id: string; code: string | null; state: z.infer<typeof ApprovalState> | null }[] = []
  for (const { id, fingerprint } of items) {
    try {
      await decide(kernel, ports, actor, { id, decision, reason, fingerprint }, 'posts.approve')
      const { state } = await kernel.database.inOrganisation(actor.organisationId, (db) =>
        findApproval(db, actor.organisationId, id),
      )
      results.push({ id, code: null, state: state as z.infer<typeof ApprovalState> })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      results.push({ id, code: error.code, state: null })
    }
  }
  return { items: results }
}
