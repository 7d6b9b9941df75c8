import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { CatalogueInput } from '../input.ts'
import { checkFormula } from './check-formula.ts'
import { holdKpi } from './hold-kpi.ts'
import { kpiFacts } from './show-kpi.ts'
import { insertEdition, updateKpi } from './store.ts'

/**
 * Changes the fields given. A formula that differs becomes a new edition; goals keep theirs until they are moved. Refuses a
 * formula that cannot be understood, and a version that is no longer the stored one.
 */
export function changeKpi(
  kernel: Kernel,
  context: RequestContext,
  { id, reason = '', ...fields }: CatalogueInput<'change'>,
) {
  const actor = actorOf(context)
  const { organisationId } = actor
  if (fields.formula !== undefined) checkFormula(fields.formula)
  return change(kernel, actor, async ({ db, record }) => {
    const before = await holdKpi(db, organisationId, id)
    expectVersion(context, before.version)
    const wished = withGiven(kpiFacts(before), fields)
    const next = { ...wished, edition: before.edition + (wished.formula === before.formula ? 0 : 1) }
    const changed = changedFields(kpiFacts(before), next)
    if (changed === null) return before
    if (next.edition > before.edition)
      await insertEdition(db, {
        organisation_id: organisationId,
        kpi_id: id,
        edition: next.edition,
        formula: next.formula,
        reason,
        since: kernel.clock.now(),
        changed_by: actor.personId,
      })
    await updateKpi(db, organisationId, id, {
      name: next.name,
      meaning: next.meaning,
      direction: next.direction,
      funnel_stage: next.funnelStage,
      not_after: next.notAfter,
      edition: next.edition,
    })
    record({ verb: 'kpi.changed', subject: { type: 'kpi', id, title: next.name }, ...changed })
    return holdKpi(db, organisationId, id)
  })
}
