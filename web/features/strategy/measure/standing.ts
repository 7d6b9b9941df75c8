import type { Progress, Standing } from '../records.ts'

const WORST_FIRST: readonly Standing[] = ['missed', 'behind', 'at-risk', 'on-path', 'reached']

/** An objective stands as its worst measured goal does; without one it is not measured. The same rule as on the homes. */
export function worstStanding(goals: readonly Pick<Progress, 'standing'>[]): Standing {
  return WORST_FIRST.find((standing) => goals.some((goal) => goal.standing === standing)) ?? 'not-measured'
}

/** How many stand how, in the order in which one wants to hear it; those that nobody has are left out. */
export function countStandings(standings: readonly Standing[]): readonly (readonly [Standing, number])[] {
  const order: readonly Standing[] = ['reached', 'on-path', 'at-risk', 'behind', 'missed', 'not-measured']
  return order
    .map((standing) => [standing, standings.filter((one) => one === standing).length] as const)
    .filter(([, count]) => count > 0)
}
