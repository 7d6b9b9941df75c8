import type { Actor } from '#server/kernel/actor.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { notify } from '#server/features/organisation/index.ts'
import type { TaskRow } from './store.ts'

/** Tells whoever was given a task by somebody else. */
export async function tellOwner(db: Db, clock: Clock, actor: Actor, task: TaskRow): Promise<void> {
  if (task.owner_id === null || task.owner_id === actor.personId) return
  await notify(db, clock, actor.organisationId, [
    {
      personId: task.owner_id,
      kind: 'task.given',
      params: { by: actor.name, title: task.title },
      subject: { type: 'task', id: task.id },
    },
  ])
}
