import type { Goal, Objective, Progress } from '../records.ts'

/** An objective with its goals and how each of them stands. */
export interface Served {
  readonly objective: Objective
  readonly goals: readonly { readonly goal: Goal; readonly progress: Progress | undefined }[]
}

/** Oldest first: what was set first is usually what the others build on. */
export function inOrder<One extends { readonly createdAt: string }>(records: readonly One[]): readonly One[] {
  return records.toSorted((left, right) => left.createdAt.localeCompare(right.createdAt))
}

/** Joins an objective with the goals that serve it. Progress that has not arrived yet is undefined. */
export function serve(
  objective: Objective,
  goals: readonly Goal[],
  progress: ReadonlyMap<string, Progress> | undefined,
): Served {
  const own = goals.filter((goal) => goal.objectives.some(({ id }) => id === objective.id))
  return { objective, goals: own.map((goal) => ({ goal, progress: progress?.get(goal.id) })) }
}

/** The progress of its goals, as far as it is known. */
export function knownProgress({ goals }: Pick<Served, 'goals'>): readonly Progress[] {
  return goals.flatMap(({ progress }) => (progress === undefined ? [] : [progress]))
}
