import type { Goal } from '../records.ts'

const WORST_FIRST: readonly Goal['standing'][] = ['missed', 'behind', 'at-risk', 'on-path', 'reached', 'not-measured']

/** The goal by which an objective stands where it does: the worst measured one, of several the one that is due first. Null without goals. */
export function decisiveGoal<Candidate extends Pick<Goal, 'standing' | 'dueOn'>>(
  goals: readonly Candidate[],
): Candidate | null {
  const order = (goal: Candidate) => `${WORST_FIRST.indexOf(goal.standing)} ${goal.dueOn}`
  return [...goals].sort((one, other) => (order(one) < order(other) ? -1 : 1))[0] ?? null
}
