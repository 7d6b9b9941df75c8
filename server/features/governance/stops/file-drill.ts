import { systemActor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { readStop } from './store.ts'

const ABANDONED_MS = 30_000

/** Ends a drill and records how long it took until every worker knew. Of two who end it at once, one records. */
export async function fileDrill(kernel: Kernel, organisationId: string, id: string): Promise<void> {
  await change(kernel, systemActor(organisationId), async ({ db, record }) => {
    const ended = await db
      .updateTable('governance_stops')
      .set({ lifted_at: kernel.clock.now(), lifted_by_name: 'Tutti', lift_note: '' })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .where('drill', '=', true)
      .where('lifted_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (ended === undefined) return
    const { scope_name: title, workers, acknowledged, after_ms: afterMs } = await readStop(db, organisationId, id)
    record({
      verb: 'stop.drill-ended',
      subject: { type: 'stop', id, title },
      after: { workers: workers.length, acknowledged, afterMs },
    })
  })
}

/** Files drills whose process ended before they did. */
export async function fileAbandonedDrills(kernel: Kernel): Promise<void> {
  const ids = await kernel.database.dispatching((db) =>
    db.selectFrom('organisations').select('organisation_id').execute(),
  )
  const before = new Date(kernel.clock.now().getTime() - ABANDONED_MS)
  for (const { organisation_id: organisationId } of ids) {
    const left = await kernel.database.inOrganisation(organisationId, (db) =>
      db
        .selectFrom('governance_stops')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('drill', '=', true)
        .where('lifted_at', 'is', null)
        .where('started_at', '<', before)
        .execute(),
    )
    for (const { id } of left) await fileDrill(kernel, organisationId, id)
  }
}
