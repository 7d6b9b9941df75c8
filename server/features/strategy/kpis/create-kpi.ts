import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { CatalogueInput } from '../input.ts'
import { checkFormula } from './check-formula.ts'
import { holdKpi } from './hold-kpi.ts'
import { kpiFacts } from './show-kpi.ts'
import { insertEdition, insertKpi } from './store.ts'

/** Defines a KPI of the organisation's own, in its first edition. Refuses a formula that cannot be understood. */
export function createKpi(kernel: Kernel, actor: Actor, input: CatalogueInput<'create'>) {
  const { organisationId } = actor
  const { text: formula } = checkFormula(input.formula)
  const id = kernel.clock.newId()
  const now = kernel.clock.now()
  return change(kernel, actor, async ({ db, record }) => {
    await insertKpi(db, {
      organisation_id: organisationId,
      id,
      name: input.name,
      meaning: input.meaning,
      direction: input.direction,
      funnel_stage: input.funnelStage,
      not_after: input.notAfter,
      created_at: now,
    })
    await insertEdition(db, {
      organisation_id: organisationId,
      kpi_id: id,
      edition: 1,
      formula,
      since: now,
      changed_by: actor.personId,
    })
    const kpi = await holdKpi(db, organisationId, id)
    record({ verb: 'kpi.created', subject: { type: 'kpi', id, title: input.name }, before: null, after: kpiFacts(kpi) })
    return kpi
  })
}
