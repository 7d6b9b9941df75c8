import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import type { BudgetInput } from '../../input.ts'
import { checkPlace } from '../check-charge.ts'
import { checkedLine, lineColumns, lineFacts, showLine, type ShownLine } from './show-line.ts'
import {
  findAnyLine,
  findLine,
  insertLines,
  isReferenceTaken,
  lockLine,
  lockReferences,
  updateLine,
} from './store-lines.ts'

/** Adds a budget line, in the organisation's currency where none is named. Refuses whatever it names that is not there. */
export function createLine(kernel: Kernel, actor: Actor, input: BudgetInput<'createLine'>): Promise<ShownLine> {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    const facts = checkedLine({
      title: input.title,
      note: input.note,
      category: input.category,
      onDay: input.onDay,
      currency: input.currency ?? (await readOrganisation(db, organisationId)).currency,
      planned: input.planned ?? null,
      committed: input.committed ?? null,
      actual: input.actual ?? null,
      unitId: input.unitId ?? null,
      campaignId: input.campaignId ?? null,
      planId: input.planId ?? null,
      reference: input.reference ?? null,
    })
    await checkPlace(db, organisationId, facts)
    await checkReference(db, organisationId, facts.reference, id)
    const base = { organisation_id: organisationId, id, created_by: actor.personId, created_at: kernel.clock.now() }
    await insertLines(db, [{ ...base, ...lineColumns(facts) }])
    record({
      verb: 'budget-line.created',
      subject: { type: 'budget-line', id, title: facts.title },
      before: null,
      after: facts,
    })
    return showLine(await findLine(db, organisationId, id))
  })
}

/** Changes the fields given. Refuses a version that is no longer the stored one. */
export function changeLine(kernel: Kernel, context: RequestContext, { id, ...fields }: BudgetInput<'changeLine'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }): Promise<ShownLine> => {
    await lockLine(db, organisationId, id)
    const row = await findLine(db, organisationId, id)
    expectVersion(context, row.version)
    const before = lineFacts(row)
    const next = checkedLine(withGiven(before, fields))
    await checkPlace(db, organisationId, next, before)
    await checkReference(db, organisationId, next.reference, id)
    const changed = changedFields(before, next)
    if (changed === null) return showLine(row)
    await updateLine(db, organisationId, id, lineColumns(next))
    record({ verb: 'budget-line.changed', subject: { type: 'budget-line', id, title: next.title }, ...changed })
    return showLine(await findLine(db, organisationId, id))
  })
}

/** Takes a line out of every list and sum. Undone by restoreLine. */
export function removeLine(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockLine(db, organisationId, id)
    const row = await findLine(db, organisationId, id)
    expectVersion(context, row.version)
    await updateLine(db, organisationId, id, { removed_at: kernel.clock.now() })
    record({
      verb: 'budget-line.removed',
      subject: { type: 'budget-line', id, title: row.title },
      before: lineFacts(row),
      after: null,
    })
    return { id }
  })
}

/** Brings a removed line back as it was. One that is there stays as it is. */
export function restoreLine(kernel: Kernel, actor: Actor, id: string): Promise<ShownLine> {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockLine(db, organisationId, id)
    const held = await findAnyLine(db, organisationId, id)
    if (held.removed_at === null) return showLine(held)
    await updateLine(db, organisationId, id, { removed_at: null })
    record({
      verb: 'budget-line.restored',
      subject: { type: 'budget-line', id, title: held.title },
      before: null,
      after: lineFacts(held),
    })
    return showLine(await findLine(db, organisationId, id))
  })
}

async function checkReference(db: Db, organisationId: string, reference: string | null, id: string): Promise<void> {
  if (reference === null) return
  await lockReferences(db, organisationId)
  if (await isReferenceTaken(db, organisationId, reference, id))
    throw new Refusal('record.exists', {}, [{ path: 'reference', code: 'record.exists' }])
}
