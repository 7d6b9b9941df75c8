import { Refusal } from '#contract/refusal.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import { costSight, type CostSight } from '#server/features/strategy/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { calendarOf, endOfDay, startOfDay, type Calendar } from '../calendar.ts'
import { divide, fromUnits } from '../domain/decimal.ts'
import { edgesOf, sumFacts, type Fact } from '../domain/facts.ts'
import { figuresOf } from '../domain/figures.ts'
import type { Needs } from '../needs.ts'
import { countGoals, type CountedGoal } from './counted-goal.ts'
import { metricsOf } from './read-measures.ts'
import { readCostFacts } from './read-cost-facts.ts'
import { readEngagementFacts } from './store-engagements.ts'
import { readFacts } from './store-facts.ts'
import { readGoals, readNames } from './store-goals.ts'

/** What a goal is made of: its KPI counted for each campaign and each channel alone. Refuses `record.not-found`. */
export function showGoalParts(kernel: Needs, actor: Actor, goalId: string) {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const [row] = await countGoals(db, organisationId, await readGoals(db, { organisationId, goalId, limit: 1 }))
    if (row === undefined) throw new Refusal('record.not-found')
    const { currency, time_zone: zone } = await readOrganisation(db, organisationId)
    const calendar = calendarOf(zone, kernel.clock.now())
    const span: Span = { from: startOfDay(row.startsOn, zone), to: endOfDay(row.lastOn, zone), now: calendar.now }
    const parting = { organisationId, currency, goal: row, span, calendar, costs: costSight(actor) }
    return {
      addsUp: row.definition?.formula.addsUp ?? false,
      campaigns: await partsBy(db, { ...parting, by: 'campaign' }),
      channels: await partsBy(db, { ...parting, by: 'channel' }),
    }
  })
}

interface Span {
  readonly from: Date
  readonly to: Date
  readonly now: Date
}

interface Parting {
  readonly organisationId: string
  readonly currency: string
  readonly goal: CountedGoal
  readonly span: Span
  readonly calendar: Calendar
  readonly costs: CostSight
  readonly by: 'campaign' | 'channel'
}

async function partsBy(db: Db, parting: Parting) {
  const { organisationId, currency, goal, span, by } = parting
  const { definition, campaignIds } = goal
  if (definition === null || campaignIds.length === 0 || span.from > span.now) return []
  const facts = await factsWithin(db, parting)
  const seconds = Math.floor((Math.min(span.to.getTime(), span.now.getTime()) - span.from.getTime()) / 1000)
  const valueOf = (own: readonly Fact[]) => {
    const sums = sumFacts(own, () => true)
    return definition.formula.valueOf(figuresOf(sums, currency, seconds))
  }
  const whole = valueOf(facts).value
  const byKey = Map.groupBy(facts, (fact) => fact.key)
  const names = await readNames(db, { organisationId, by, ids: [...byKey.keys()].filter((id) => id !== null) })
  return names
    .map(({ id, title }) => ({ id, title, ...valueOf(byKey.get(id) ?? []) }))
    .sort((left, right) => compare(right.value ?? -1n, left.value ?? -1n))
    .map(({ id, title, value, none }) => ({
      id,
      title,
      value: value === null ? null : fromUnits(value),
      why: none?.code ?? null,
      share: definition.formula.addsUp ? shareOf(value, whole) : null,
    }))
}

/** What the goal's campaigns published and brought in its time. */
async function factsWithin(db: Db, parting: Parting): Promise<Fact[]> {
  const { organisationId, goal, span, by } = parting
  const edges = edgesOf([span.from, span.to])
  const wanted = { organisationId, by, campaignIds: goal.campaignIds, from: span.from, publishedEdges: edges, edges }
  const points = edges.filter((edge) => edge > span.from && edge <= span.now)
  const counted = await readEngagementFacts(db, { ...wanted, metrics: metricsOf(goal), now: span.now, points })
  const booked = await readCostFacts(db, { ...wanted, ...parting })
  return [...(await readFacts(db, wanted)), ...counted, ...booked].filter(
    (fact) => fact.published === 1 && fact.at === 1,
  )
}

function shareOf(value: bigint | null, whole: bigint | null): number | null {
  if (value === null || whole === null || whole <= 0n || value < 0n) return null
  return Number(divide(value * 10_000n, whole)) / 10_000
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : Number(left > right)
}
