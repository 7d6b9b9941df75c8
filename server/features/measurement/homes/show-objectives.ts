import { STANDINGS } from '#contract/strategy.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { sumFacts } from '../domain/facts.ts'
import { orderOfStanding, worstStanding, type GoalStanding } from '../domain/progress.ts'
import { showResult } from '../domain/result.ts'
import type { CountedGoal } from '../goals/counted-goal.ts'
import type { View } from './executive-home.ts'
import type { Stood } from './stand-goals.ts'
import { readOwners, type ObjectiveRow } from './store-executive.ts'

/** As many as one looks through; those in the worst state. */
const SHOWN = 12
/** The goals that decide how an objective stands. */
const GOALS_SHOWN = 3

interface Showing {
  readonly organisationId: string
  readonly objectives: readonly ObjectiveRow[]
  readonly goals: readonly CountedGoal[]
  readonly stood: Stood
  readonly view: View
}

/** The objectives that are worst off, by what ends first, each with its worst goals; and how all of them stand. */
export async function showObjectives(db: Db, { organisationId, objectives, goals, stood, view }: Showing) {
  const standingOf = (goal: CountedGoal): GoalStanding => stood.standingOf(goal)?.standing ?? 'not-measured'
  const goalsOf = new Map<string, CountedGoal[]>()
  for (const goal of goals)
    for (const id of goal.objectiveIds) {
      const own = goalsOf.get(id)
      if (own === undefined) goalsOf.set(id, [goal])
      else own.push(goal)
    }
  const all = objectives.map((row, place) => {
    const own = goalsOf.get(row.id) ?? []
    return { row, place, own, standing: worstStanding(own.map(standingOf)) }
  })
  const standings = Object.fromEntries(STANDINGS.map((name) => [name, 0])) as Record<GoalStanding, number>
  for (const { standing } of all) standings[standing] += 1
  const shown = [...all]
    .sort((one, other) => orderOfStanding(one.standing) - orderOfStanding(other.standing) || one.place - other.place)
    .slice(0, SHOWN)
    .sort((one, other) => one.place - other.place)
  const worst = shown.map(({ own }) => worstGoals(own, standingOf))
  const owners = await readOwners(db, organisationId, [
    ...shown.map(({ row }) => row.id),
    ...worst.flat().map(({ id }) => id),
  ])
  return {
    objectives: shown.map(({ row, own, standing }, place) => ({
      id: row.id,
      title: row.title,
      perspective: row.perspective,
      owner: owners.get(row.id) ?? null,
      endsOn: row.endsOn,
      goals: stood.measured(worst[place] ?? []).map((goal) => ({ ...goal, owner: owners.get(goal.id) ?? null })),
      goalCount: own.length,
      standing,
      result: showResult(resultOf(own, view), view.currency),
    })),
    moreObjectives: all.length - shown.length,
    standings,
  }
}

function worstGoals(goals: readonly CountedGoal[], standingOf: (goal: CountedGoal) => GoalStanding): CountedGoal[] {
  return [...goals]
    .sort(
      (one, other) =>
        orderOfStanding(standingOf(one)) - orderOfStanding(standingOf(other)) ||
        compare(one.dueOn, other.dueOn) ||
        compare(other.id, one.id),
    )
    .slice(0, GOALS_SHOWN)
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other))

/** A campaign that serves several goals of the objective counts once. */
function resultOf(goals: readonly CountedGoal[], { facts, from }: View) {
  const campaigns = [...new Set(goals.flatMap((goal) => goal.campaignIds))]
  return sumFacts(
    campaigns.flatMap((campaign) => facts.get(campaign) ?? []),
    (fact) => fact.at >= from,
  )
}
