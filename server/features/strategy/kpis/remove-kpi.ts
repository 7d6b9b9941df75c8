import { Refusal } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { holdAnyKpi, holdKpi } from './hold-kpi.ts'
import { kpiFacts } from './show-kpi.ts'
import { countMeasuresOfKpi, updateKpi } from './store.ts'

/** Takes a KPI out of the catalogue. Refuses `record.in-use` while a goal or a scorecard goes by it. Undone by restoreKpi. */
export function removeKpi(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const kpi = await holdKpi(db, organisationId, id)
    expectVersion(context, kpi.version)
    if (kpi.goals > 0 || (await countMeasuresOfKpi(db, organisationId, id)) > 0) throw new Refusal('record.in-use')
    await updateKpi(db, organisationId, id, { removed_at: kernel.clock.now() })
    record({ verb: 'kpi.removed', subject: { type: 'kpi', id, title: kpi.name }, before: kpiFacts(kpi), after: null })
    return { id }
  })
}

/** Brings a removed KPI back as it was. One that is there stays as it is. */
export function restoreKpi(kernel: Kernel, context: RequestContext, id: string) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdAnyKpi(db, organisationId, id)
    if (row.removed_at === null) return holdKpi(db, organisationId, id)
    await updateKpi(db, organisationId, id, { removed_at: null })
    const kpi = await holdKpi(db, organisationId, id)
    record({ verb: 'kpi.restored', subject: { type: 'kpi', id, title: kpi.name }, before: null, after: kpiFacts(kpi) })
    return kpi
  })
}
