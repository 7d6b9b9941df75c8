import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { deliveriesOf, stopsFor } from './covered.ts'
import { fileHeld } from './file-held.ts'
import { shutGate } from './gate.ts'
import type { StopPorts } from './ports.ts'
import { readStop, showStop } from './store.ts'

interface Lifting {
  readonly id: string
  readonly note: string
}

/**
 * Lifts a stop. What came due meanwhile and no worker has looked at yet is held in the same transaction, so that nothing bursts
 * out: everything that was due waits for a decision. Of two who lift at once the second is told who was first.
 */
export function liftStop(kernel: Kernel, ports: StopPorts, actor: Actor, { id, note }: Lifting) {
  const { organisationId } = actor
  const now = kernel.clock.now()
  return change(kernel, actor, async (running) => {
    const { db, record } = running
    await shutGate(db, organisationId)
    const stop = await readStop(db, organisationId, id)
    if (stop.lifted_at !== null || stop.drill) throw new Refusal('stop.lifted', { person: stop.lifted_by_name ?? '' })
    const due = await deliveriesOf(db, organisationId, { stopId: id, states: ['planned', 'retry-at'], dueBy: now })
    const ids = due.map(({ deliveryId }) => deliveryId)
    // Under every stop that covers it, this one with them: it still runs here.
    const covering = await stopsFor(db, organisationId, ids)
    const held = await ports.holdDue(running, organisationId, ids)
    await fileHeld(
      db,
      organisationId,
      held.map((item) => ({ ...item, stops: covering.get(item.deliveryId) ?? [] })),
      now,
    )
    await db
      .updateTable('governance_stops')
      .set({ lifted_at: now, lifted_by_name: actor.name, lift_note: note })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute()
    await ports.wake(db, organisationId)
    const lifted = await readStop(db, organisationId, id)
    record({
      verb: 'stop.lifted',
      subject: { type: 'stop', id, title: stop.scope_name },
      before: { state: 'running' },
      after: { state: 'lifted', note, waiting: lifted.waiting },
    })
    return showStop(lifted)
  })
}
