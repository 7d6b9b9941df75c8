import { Refusal } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { demand, notify, unitPath } from '#server/features/organisation/index.ts'
import { plainDecimal } from '../domain/plain-decimal.ts'
import type { PlansInput } from '../input.ts'
import { holdPlan, openReader } from './reader.ts'
import { updatePlan, type PlanRow } from './store.ts'

/**
 * Approves a proposed plan, with a budget that may differ from what was asked, or returns it with words. Refuses those who own
 * or proposed it, and those below whom it does not stand.
 */
export function decidePlan(kernel: Kernel, context: RequestContext, input: PlansInput<'decide'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  const { id, outcome, words } = input
  return change(kernel, actor, async ({ db, record }) => {
    const reader = await openReader(db, kernel.clock, actor)
    const row = await holdPlan(reader, id)
    expectVersion(context, row.version)
    if (row.state !== 'proposed') throw new Refusal('plan.state')
    const judgement = await reader.judgeOf(row)
    if (judgement === 'own') throw new Refusal('plan.own')
    if (judgement === 'needs-approver')
      demand(actor, 'plans.approve', { unitPath: await unitPath(db, organisationId, row.unit_id) })
    if (judgement !== 'allowed') throw new Refusal('plan.not-superior')
    if (outcome === 'returned' && words.trim() === '')
      throw new Refusal('approval.reason-needed', {}, [{ path: 'words', code: 'approval.reason-needed' }])
    const granted = outcome === 'approved' ? grantedBudget(row, input.grantedBudget) : null
    await updatePlan(db, organisationId, id, {
      state: outcome,
      granted_budget: granted,
      words: words.trim(),
      decided_at: kernel.clock.now(),
      decided_by: actor.personId,
    })
    record({
      verb: `plan.${outcome}`,
      subject: { type: 'plan', id, title: row.title },
      before: { state: row.state },
      after: { state: outcome, grantedBudget: granted, words: words.trim() },
    })
    const told = [row.owner_id, row.proposed_by].filter((personId) => personId !== null)
    await notify(
      db,
      kernel.clock,
      organisationId,
      told.map((personId) => ({
        personId,
        kind: `plan.${outcome}` as const,
        params: { by: actor.name, title: row.title, words: words.trim() },
        subject: { type: 'plan', id },
      })),
    )
    return reader.show(await holdPlan(reader, id))
  })
}

/** What is granted where nothing else is said: what was asked for. Only tactical plans have a budget. */
function grantedBudget(row: PlanRow, wish: string | null | undefined): string | null {
  if (wish === undefined || wish === null) return row.asked_budget === null ? null : plainDecimal(row.asked_budget)
  if (row.level === 'action') throw new Refusal('plan.level', {}, [{ path: 'grantedBudget', code: 'plan.level' }])
  if (wish.startsWith('-'))
    throw new Refusal('request.invalid', {}, [{ path: 'grantedBudget', code: 'money.not-a-number' }])
  return plainDecimal(wish)
}
