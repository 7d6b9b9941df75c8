import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import { checkLinks } from './check-task.ts'
import { findAnyTask, findTask, holdTask } from './hold-task.ts'
import { showTask, taskFacts } from './show-task.ts'
import { lockTask, updateTask } from './store.ts'

/** Takes a task out of every list. Undone by restoreTask. */
export function removeTask(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdTask(db, organisationId, id)
    expectVersion(context, row.version)
    await checkLinks(db, actor, { ...taskFacts(row), ownerId: null })
    await updateTask(db, organisationId, id, { removed_at: kernel.clock.now() })
    record({
      verb: 'task.removed',
      subject: { type: 'task', id, title: row.title },
      before: taskFacts(row),
      after: null,
    })
    return { id }
  })
}

/** Brings a removed task back as it was. One that is there stays as it is. */
export function restoreTask(kernel: Kernel, context: RequestContext, id: string) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    await lockTask(db, organisationId, id)
    const held = await findAnyTask(db, organisationId, id)
    await checkLinks(db, actor, { ...taskFacts(held), ownerId: null })
    if (held.removed_at === null) return showTask(held, today)
    await updateTask(db, organisationId, id, { removed_at: null })
    const row = await findTask(db, organisationId, id)
    record({
      verb: 'task.restored',
      subject: { type: 'task', id, title: row.title },
      before: null,
      after: taskFacts(row),
    })
    return showTask(row, today)
  })
}
