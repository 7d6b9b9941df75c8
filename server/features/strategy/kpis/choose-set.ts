import type { KpiSet } from '#contract/kpi-catalogue.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields } from '#server/kernel/events/changed-fields.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { selectSet, writeSet } from './store.ts'

interface Chosen {
  kind: KpiSet | null
}

/** The starting set that was chosen. */
export function readSet(kernel: Kernel, { organisationId }: Actor): Promise<Chosen> {
  return kernel.database.inOrganisation(organisationId, async (db) => ({
    kind: (await selectSet(db, organisationId)) as KpiSet | null,
  }))
}

/** Chooses which of the KPIs that come with Tutti stand in front. The others can be used all the same. */
export function chooseSet(kernel: Kernel, actor: Actor, kind: KpiSet | null): Promise<Chosen> {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const changed = changedFields({ kind: await selectSet(db, organisationId) }, { kind })
    if (changed === null) return { kind }
    await writeSet(db, organisationId, kind === null ? null : { kind, at: kernel.clock.now() })
    record({ verb: 'kpi.set-chosen', subject: { type: 'kpi', id: organisationId, title: kind }, ...changed })
    return { kind }
  })
}
