import type { Stood } from './stand-goals.ts'
import type { Risk } from './store-risks.ts'

/** The goal with the largest part of its way missing stands for all that are behind. */
export function goalsBehind(
  goals: readonly { readonly id: string; readonly title: string }[],
  standingOf: Stood['standingOf'],
): Risk[] {
  const share = (goal: { readonly id: string }) => standingOf(goal)?.share ?? 0
  const behind = goals.filter((goal) => standingOf(goal)?.standing === 'behind')
  const [first] = behind
  if (first === undefined) return []
  const { id, title } = behind.reduce((worst, goal) => {
    const more = share(goal) - share(worst)
    return more < 0 || (more === 0 && goal.id > worst.id) ? goal : worst
  }, first)
  return [{ code: 'goals-behind', count: behind.length, id, title }]
}
