import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { AuditInput } from '../input.ts'
import { addTask } from '../tasks/create-task.ts'
import { holdAccount } from './hold-account.ts'
import { findingsOfRow } from './show-account.ts'
import { newestReadings } from './store-readings.ts'

/** Makes a task of what was noticed about an account. Refuses a finding that is gone, or that an open task is at work on. */
export function taskOfFinding(kernel: Kernel, actor: Actor, { id, finding, ...task }: AuditInput<'taskOfAccount'>) {
  const { organisationId } = actor
  return change(kernel, actor, async (work) => {
    const row = await holdAccount(work.db, organisationId, id)
    const reading = (await newestReadings(work.db, organisationId, [id])).get(id)
    if (!findingsOfRow(row, reading, kernel.clock.now()).includes(finding)) throw new Refusal('finding.gone')
    if (row.tasks.some((one) => one.finding === finding && (one.state === 'open' || one.state === 'doing')))
      throw new Refusal('finding.has-task')
    const made = await addTask(kernel, actor, work, task)
    await work.db
      .insertInto('strategy_audit_tasks')
      .values({
        organisation_id: organisationId,
        task_id: made.id,
        account_id: id,
        finding,
        created_at: kernel.clock.now(),
      })
      .execute()
    return { id: made.id, title: made.title }
  })
}
