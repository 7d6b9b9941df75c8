import type { z } from 'zod'
import type { Task } from '#contract/plans.ts'
import { plainDecimal } from '../domain/plain-decimal.ts'
import type { TaskRow } from './store.ts'

export type ShownTask = z.infer<typeof Task>

/** A task as the contract describes it; late when its day is before `today` and it is not done. */
export function showTask(row: TaskRow, today: string): ShownTask {
  return {
    id: row.id,
    plan: row.plan,
    title: row.title,
    description: row.description,
    owner: row.owner_id !== null && row.owner_name !== null ? { id: row.owner_id, name: row.owner_name } : null,
    dueOn: row.due_on,
    late: row.due_on !== null && row.due_on < today && (row.state === 'open' || row.state === 'doing'),
    state: row.state,
    hoursPlanned: plainDecimal(row.hours_planned),
    hoursActual: plainDecimal(row.hours_actual),
    goal: row.goal,
    campaign: row.campaign,
    checklist: row.checklist,
    posts: row.posts,
    reviews: row.reviews,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}

/** What an event says of a task. */
export function taskFacts(row: TaskRow) {
  return {
    planId: row.plan?.id ?? null,
    title: row.title,
    description: row.description,
    ownerId: row.owner_id,
    dueOn: row.due_on,
    state: row.state,
    hoursPlanned: plainDecimal(row.hours_planned),
    hoursActual: plainDecimal(row.hours_actual),
    goalId: row.goal?.id ?? null,
    campaignId: row.campaign?.id ?? null,
    checklist: row.checklist,
  }
}
