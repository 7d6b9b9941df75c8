import type { Actor } from '#server/kernel/actor.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { PlansInput } from '../input.ts'
import { checkLinks } from './check-task.ts'
import { holdTask } from './hold-task.ts'
import { showTask, taskFacts } from './show-task.ts'
import { insertTask } from './store.ts'
import { tellOwner } from './tell-owner.ts'

/** Sets a task. Refuses whatever it names that is not there. */
export function createTask(kernel: Kernel, actor: Actor, input: PlansInput<'createTask'>) {
  return change(kernel, actor, async (under) => {
    const row = await addTask(kernel, actor, under, input)
    return showTask(row, await todayOfOrganisation(under.db, actor.organisationId, kernel.clock.now()))
  })
}

/** What a new task says; what is left out is nothing. */
export type NewTask = Pick<PlansInput<'createTask'>, 'title'> & Partial<PlansInput<'createTask'>>

/** Sets a task inside a change of somebody else's, such as a finding that becomes one. */
export async function addTask(kernel: Kernel, actor: Actor, { db, record }: Change, input: NewTask) {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  const links = {
    planId: input.planId ?? null,
    ownerId: input.ownerId ?? null,
    goalId: input.goalId ?? null,
    campaignId: input.campaignId ?? null,
  }
  await checkLinks(db, actor, links)
  const state = input.state ?? 'open'
  await insertTask(db, {
    organisation_id: organisationId,
    id,
    plan_id: links.planId,
    title: input.title,
    description: input.description ?? '',
    owner_id: links.ownerId,
    due_on: input.dueOn ?? null,
    state,
    hours_planned: input.hoursPlanned ?? '0',
    hours_actual: input.hoursActual ?? '0',
    goal_id: links.goalId,
    campaign_id: links.campaignId,
    checklist: JSON.stringify(input.checklist ?? []),
    created_by: actor.personId,
    created_at: kernel.clock.now(),
    done_at: state === 'done' ? kernel.clock.now() : null,
  })
  const row = await holdTask(db, organisationId, id)
  record({ verb: 'task.created', subject: { type: 'task', id, title: row.title }, before: null, after: taskFacts(row) })
  await tellOwner(db, kernel.clock, actor, row)
  return row
}
