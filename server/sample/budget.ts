import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { calledIn } from './turkish.ts'

interface Ground {
  readonly organisationId: string
  readonly now: Date
  readonly language: 'en' | 'tr'
  /** Ids by the names of people and by the keys of campaigns. */
  readonly people: ReadonlyMap<string, string>
  readonly campaigns: ReadonlyMap<string, string>
}

type Amounts = readonly [planned: string | null, committed: string | null, actual: string | null]
interface SampleLine {
  readonly title: string
  /** Days from today. */
  readonly day: number
  readonly category: string
  readonly campaign?: string
  /** Charged to the plan of this title. */
  readonly plan?: string
  readonly currency?: string
  readonly amounts: Amounts
  readonly reference?: string
}

const DACH = 'DACH: from first harvest to standing orders'

export const LINES: readonly SampleLine[] = [
  { title: 'Boosted guides', day: -95, category: 'advertising', campaign: 'summer', amounts: ['84', '76', '80.5'] },
  {
    title: 'Photographs of the harvest',
    day: -70,
    category: 'content',
    campaign: 'harvest',
    amounts: ['130', '128', '128'],
  },
  {
    title: 'Cartons for the tasting set',
    day: -52,
    category: 'other',
    campaign: 'harvest',
    amounts: [null, null, '23.6'],
    reference: 'RE-2041',
  },
  {
    title: 'Boosted posts',
    day: -40,
    category: 'advertising',
    campaign: 'office',
    plan: DACH,
    amounts: ['60', '60', '61.5'],
  },
  {
    title: 'Film of the roastery',
    plan: DACH,
    day: -34,
    category: 'agency',
    campaign: 'office',
    currency: 'GBP',
    amounts: ['90', '85', '85'],
    reference: 'LR-118',
  },
  {
    title: 'Music licence',
    day: -20,
    category: 'content',
    campaign: 'november',
    currency: 'TRY',
    amounts: ['1500', '1600', '1600'],
  },
  { title: 'Hours of the team', day: -48, category: 'people', amounts: ['300', null, null] },
  { title: 'Boosted posts', day: -8, category: 'advertising', campaign: 'november', amounts: ['90', '90', '42'] },
  { title: 'Drawings for the tins', day: 12, category: 'content', campaign: 'winter', amounts: ['156', '140', null] },
  { title: 'Boosted posts', day: 18, category: 'advertising', campaign: 'winter', amounts: ['120', null, null] },
  { title: 'Course on subtitles', day: 25, category: 'training', amounts: ['48', null, null] },
  // No rate of its day was entered: it stands as a gap.
  { title: 'Stock pictures', day: 21, category: 'content', currency: 'USD', amounts: ['90', null, null] },
]

const RATES = [
  { base: 'GBP', rate: '1.1425', day: -45 },
  { base: 'GBP', rate: '1.1380', day: -16 },
  { base: 'TRY', rate: '0.0205', day: -30 },
] as const

const COST_RATES = [
  ['Jonas Weidmann', '46'],
  ['Burcu Tezel', '31.5'],
  ['Ceyda Alkan', '29'],
] as const

/** Who worked how long on what, days from today. */
const HOURS = [
  ['Jonas Weidmann', -42, '1.5', 'harvest'],
  ['Burcu Tezel', -44, '1', 'harvest'],
  ['Jonas Weidmann', -38, '2', 'office'],
  ['Ceyda Alkan', -36, '1.25', 'office'],
  ['Burcu Tezel', -9, '0.75', 'november'],
  ['Ceyda Alkan', -6, '1', 'november'],
] as const

export const TOOLS = [
  { name: 'Film editing', price: '264', cycle: 'year', day: -150 },
  { name: 'Picture library', price: '29', cycle: 'month', day: -110 },
] as const

/** A year of money: lines, rates, hours with what they cost, and subscriptions. */
export async function plantBudget(kernel: Kernel, db: Db, ground: Ground): Promise<void> {
  const { organisationId, now, language, people, campaigns } = ground
  const base = () => ({ organisation_id: organisationId, id: kernel.clock.newId(), created_at: now })
  const day = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const planned = await db
    .selectFrom('strategy_plans')
    .select(['id', 'title'])
    .where('organisation_id', '=', organisationId)
    .execute()
  const plans = new Map(planned.map((plan) => [plan.title, plan.id]))
  await db
    .insertInto('strategy_budget_lines')
    .values(
      LINES.map(({ title, day: days, category, campaign, plan, currency = 'EUR', amounts, reference = null }) => ({
        ...base(),
        title: calledIn(language, title),
        category,
        on_day: day(days),
        currency,
        planned: amounts[0],
        committed: amounts[1],
        actual: amounts[2],
        campaign_id: campaign === undefined ? null : (campaigns.get(campaign) ?? null),
        plan_id: plan === undefined ? null : (plans.get(plan) ?? null),
        reference,
      })),
    )
    .execute()
  await db
    .insertInto('strategy_exchange_rates')
    .values(
      RATES.map(({ base: from, rate, day: days }) => ({
        ...base(),
        base: from,
        quote: 'EUR',
        on_day: day(days),
        rate,
      })),
    )
    .execute()
  await db
    .insertInto('strategy_cost_rates')
    .values(
      COST_RATES.map(([name, amount]) => ({
        ...base(),
        person_id: people.get(name) ?? '',
        since: day(-200),
        amount,
        currency: 'EUR',
      })),
    )
    .execute()
  await db
    .insertInto('strategy_hours')
    .values(
      HOURS.map(([name, days, hours, campaign]) => ({
        ...base(),
        person_id: people.get(name) ?? '',
        on_day: day(days),
        hours,
        campaign_id: campaigns.get(campaign) ?? null,
      })),
    )
    .execute()
  await db
    .insertInto('strategy_tools')
    .values(
      TOOLS.map(({ name, price, cycle, day: days }) => ({
        ...base(),
        name: calledIn(language, name),
        price,
        currency: 'EUR',
        cycle,
        starts_on: day(days),
      })),
    )
    .execute()
}
