import { readDecimal, writeDecimal } from '../measure/decimal.ts'
import type { Task, TaskRequest, TaskState } from '../plans/records.ts'

/** What the form of a task holds while it is typed. */
export type TaskValues = {
  title: string
  description: string
  ownerId: string | null
  dueOn: string | null
  state: string
  hoursPlanned: string
  hoursActual: string
  goalId: string | null
  campaignId: string | null
  checklist: { key: string; text: string; done: boolean }[]
}

/** A new task, owned by whoever adds it. */
export function emptyTask(ownerId: string): TaskValues {
  return {
    title: '',
    description: '',
    ownerId,
    dueOn: null,
    state: 'open',
    hoursPlanned: '0',
    hoursActual: '0',
    goalId: null,
    campaignId: null,
    checklist: [],
  }
}

/** The values of a task that is there. */
export function taskValues(task: Task, locale: string): TaskValues {
  return {
    title: task.title,
    description: task.description,
    ownerId: task.owner?.id ?? null,
    dueOn: task.dueOn,
    state: task.state,
    hoursPlanned: writeDecimal(task.hoursPlanned, locale),
    hoursActual: writeDecimal(task.hoursActual, locale),
    goalId: task.goal?.id ?? null,
    campaignId: task.campaign?.id ?? null,
    checklist: task.checklist.map((item, place) => ({ ...item, key: `${task.id} ${place}` })),
  }
}

/** The values as the API takes them; empty items of the checklist are left out. */
export function taskRequest(values: TaskValues, locale: string): TaskRequest {
  const hours = (text: string) => (text.trim() === '' ? '0' : (readDecimal(text, locale) ?? text))
  return {
    ...values,
    state: values.state as TaskState,
    hoursPlanned: hours(values.hoursPlanned),
    hoursActual: hours(values.hoursActual),
    checklist: values.checklist.flatMap(({ text, done }) => (text.trim() === '' ? [] : [{ text, done }])),
  }
}
