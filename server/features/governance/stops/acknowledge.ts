import { sql } from 'kysely'
import type { Kernel } from '#server/kernel/kernel.ts'

/**
 * A worker says that it knows of every stop and drill that runs. Returns the organisations in which a stop runs, for the worker to
 * keep in mind.
 */
export async function acknowledgeStops(kernel: Kernel, workerId: string): Promise<ReadonlySet<string>> {
  const running = await kernel.database.dispatching((db) =>
    db.selectFrom('governance_stops').select(['organisation_id', 'drill']).where('lifted_at', 'is', null).execute(),
  )
  for (const organisationId of new Set(running.map((row) => row.organisation_id))) {
    const now = kernel.clock.now()
    await kernel.database.inOrganisation(organisationId, (db) =>
      sql`
        insert into governance_stop_acknowledgements (organisation_id, stop_id, worker_id, after_ms)
        select ${organisationId}, id, ${workerId}, greatest(0, extract(epoch from ${now}::timestamptz - started_at) * 1000)::int
        from governance_stops where organisation_id = ${organisationId} and lifted_at is null on conflict do nothing`.execute(
        db,
      ),
    )
  }
  return new Set(running.filter((row) => !row.drill).map((row) => row.organisation_id))
}
