import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { deliveriesOf } from './covered.ts'
import { fileDrill } from './file-drill.ts'
import { shutGate } from './gate.ts'
import { findScope, type FoundScope } from './find-scope.ts'
import type { StopPorts } from './ports.ts'
import { readStop, showStop } from './store.ts'
import { saveItems } from './store-items.ts'

/** So long a drill waits for the workers before it is filed with those that have spoken. */
const DRILL_MS = 3000
const LOOK_MS = 20

/**
 * Stops publishing in a scope. Once this is answered no delivery of it is claimed by any worker; what was talking to its
 * platform already cannot be called back and is listed. Whoever stops what is stopped already joins that stop.
 */
export async function startStop(kernel: Kernel, ports: StopPorts, actor: Actor, input: Input<'stops', 'start'>) {
  const { organisationId } = actor
  const workers = await ports.workers()
  const began = performance.now()
  const id = await change(kernel, actor, async ({ db, record }) => {
    await shutGate(db, organisationId)
    const scope = await findScope(db, organisationId, input.scope)
    const running = input.drill ? null : await findRunning(db, organisationId, scope)
    if (running !== null) {
      record({
        verb: 'stop.joined',
        subject: { type: 'stop', id: running, title: scope.name },
        after: { reason: input.reason },
      })
      return running
    }
    const stopId = kernel.clock.newId()
    await db
      .insertInto('governance_stops')
      .values({
        organisation_id: organisationId,
        id: stopId,
        scope_kind: scope.kind,
        scope_id: scope.id,
        scope_name: scope.name,
        drill: input.drill,
        reason: input.reason,
        started_by: actor.personId,
        started_by_name: actor.name,
        started_at: kernel.clock.now(),
        workers: [...workers],
      })
      .execute()
    const underWay = await deliveriesOf(db, organisationId, { stopId, states: ['sending'], dueBy: null })
    await saveItems(db, organisationId, {
      items: underWay.map((item) => ({ ...item, stopId })),
      kind: 'on-its-way',
      at: kernel.clock.now(),
    })
    await ports.wake(db, organisationId)
    record({
      verb: input.drill ? 'stop.drill-started' : 'stop.started',
      subject: { type: 'stop', id: stopId, title: scope.name },
      after: { scope: scope.kind, reason: input.reason, onItsWay: underWay.length },
    })
    return stopId
  })
  if (input.drill) {
    await acknowledged(kernel, organisationId, id, began + DRILL_MS)
    await fileDrill(kernel, organisationId, id)
  }
  return kernel.database.inOrganisation(organisationId, async (db) => showStop(await readStop(db, organisationId, id)))
}

async function findRunning(db: Db, organisationId: string, scope: FoundScope): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from governance_stops where organisation_id = ${organisationId} and lifted_at is null and not drill
      and scope_kind = ${scope.kind} and scope_id is not distinct from ${scope.id}::uuid`.execute(db)
  return rows[0]?.id ?? null
}

/** Waits until every worker has acknowledged, or time is up. */
async function acknowledged(kernel: Kernel, organisationId: string, id: string, until: number): Promise<void> {
  while (performance.now() < until) {
    const { workers, acknowledged: heard } = await kernel.database.inOrganisation(organisationId, (db) =>
      readStop(db, organisationId, id),
    )
    if (heard >= workers.length) return
    await pause(LOOK_MS)
  }
}
