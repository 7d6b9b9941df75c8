import type { Objective, ObjectiveRequest, Perspective } from '../records.ts'

/** What the form of an objective holds while it is typed. */
export type ObjectiveValues = {
  title: string
  description: string
  perspective: string
  startsOn: string | null
  endsOn: string | null
  ownerId: string | null
}

interface Beginning {
  readonly perspective: Perspective
  readonly today: string
  readonly ownerId: string
}

/** A new objective: from today to the end of the year (of the next one from October on), owned by whoever sets it. */
export function emptyObjective({ perspective, today, ownerId }: Beginning): ObjectiveValues {
  const year = Number(today.slice(0, 4)) + (today.slice(5) >= '10-01' ? 1 : 0)
  return { title: '', description: '', perspective, startsOn: today, endsOn: `${year}-12-31`, ownerId }
}

/** The values of an objective that is there. */
export function objectiveValues({
  title,
  description,
  perspective,
  startsOn,
  endsOn,
  owner,
}: Objective): ObjectiveValues {
  return { title, description, perspective, startsOn, endsOn, ownerId: owner?.id ?? null }
}

/** The values as the API takes them. Days that are missing are left empty, which the server refuses by field. */
export function objectiveRequest(values: ObjectiveValues): ObjectiveRequest {
  return {
    ...values,
    perspective: values.perspective as Perspective,
    startsOn: values.startsOn ?? '',
    endsOn: values.endsOn ?? '',
  }
}
