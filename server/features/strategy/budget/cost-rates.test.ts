import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addColleague, made, type Colleague } from '#test/colleague.ts'
import { createWorld, type Caller, type World } from '#test/world.ts'

/** What nobody without the right may ever be able to find: each is a number that stands nowhere else. */
const RATES = { Ada: '73.19', Bora: '58.43', Cem: '91.37' } as const
const LAST_MONTH = monthBack(1)
const BEFORE = monthBack(2)

let world: World
let people: Record<keyof typeof RATES, Colleague>
let officer: Colleague
let manager: Colleague
let campaigns: { pair: string; alone: string; nearly: string; abroad: string }

/** The first seven letters of a day so many months ago. */
function monthBack(months: number): string {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 7)
}

beforeAll(async () => {
  world = await createWorld()
  const { admin } = world
  const [Ada, Bora, Cem] = [
    await addColleague(world, 'Ada', 'officer'),
    await addColleague(world, 'Bora', 'officer'),
    await addColleague(world, 'Cem', 'officer'),
  ]
  people = { Ada, Bora, Cem }
  officer = await addColleague(world, 'Oya', 'officer')
  manager = await addColleague(world, 'Mert', 'manager')
  const campaign = async (title: string) =>
    (await made(admin, 'campaigns', { title, startsOn: '2020-01-01', endsOn: '2099-12-31' })).id
  campaigns = {
    pair: await campaign('Pair'),
    alone: await campaign('Alone'),
    nearly: await campaign('Nearly'),
    abroad: await campaign('Abroad'),
  }
  for (const name of ['Ada', 'Bora', 'Cem'] as const)
    await made(admin, 'cost-rates', { personId: people[name].id, since: '2020-01-01', amount: RATES[name] }, 'PUT')
  await work('Ada', 10, { campaignId: campaigns.pair })
  await work('Bora', 10, { campaignId: campaigns.pair })
  await work('Cem', 8, { campaignId: campaigns.alone })
  await work('Ada', 20, { campaignId: campaigns.nearly })
  await work('Bora', 1, { campaignId: campaigns.nearly })
})
afterAll(() => world.close())

/** Hours in pieces of a day at most, by somebody who may write them down for others. */
async function work(
  name: keyof typeof RATES,
  hours: number,
  { month = LAST_MONTH, ...place }: { readonly month?: string; readonly campaignId: string },
): Promise<void> {
  await made(world.admin, 'hours', { personId: people[name].id, onDay: `${month}-10`, hours: String(hours), ...place })
}
const range = (months: number) => `from=${monthBack(months)}-01&to=${monthBack(0)}-01`
const actual = async (caller: Caller, query: string) =>
  Number((await made(caller, `budget?${range(3)}${query}`, undefined, 'GET')).at('total.actual'))
const of = (id: string) => `&campaignId=${id}`

describe('an officer', () => {
  it('is refused rates, budgets and everything that shows money', async () => {
    for (const path of ['cost-rates', 'budget', 'budget-lines', 'tools', 'exchange-rates', 'budget-export?list=lines'])
      expect([path, (await officer.call('GET', `/api/v1/${path}`)).status]).toEqual([path, 403])
  })

  it('sees own hours without their cost, and those of nobody else, also by their id', async () => {
    const own = await made(people.Ada, 'hours', undefined, 'GET')
    const items = own.at('items') as { person: { id: string }; cost: unknown }[]
    expect([...new Set(items.map((item) => item.person.id))]).toEqual([people.Ada.id])
    expect(items.every((item) => item.cost === null)).toBe(true)
    const others = await made(world.admin, `hours?personId=${people.Bora.id}`, undefined, 'GET')
    const id = String(others.at('items.0.id'))
    for (const [method, path] of [
      ['PATCH', `hours/${id}`],
      ['DELETE', `hours/${id}`],
      ['POST', `hours/${id}/restoration`],
    ] as const)
      expect((await people.Ada.call(method, `/api/v1/${path}`, method === 'PATCH' ? {} : undefined)).status).toBe(404)
    const asked = await made(people.Ada, `hours?personId=${people.Bora.id}`, undefined, 'GET')
    expect(asked.at('items')).toEqual([])
  })

  it('cannot write hours of others, nor into a month that is over', async () => {
    const today = new Date().toISOString().slice(0, 10)
    const ofOthers = await officer.call('POST', '/api/v1/hours', { personId: people.Ada.id, onDay: today, hours: '1' })
    expect([ofOthers.status, ofOthers.at('code')]).toEqual([403, 'hours.of-others'])
    const late = await officer.call('POST', '/api/v1/hours', { onDay: `${LAST_MONTH}-10`, hours: '1' })
    expect([late.status, late.at('code')]).toEqual([409, 'hours.month-over'])
    const own = await made(officer, 'hours', { onDay: today, hours: '1' })
    const moved = await officer.call('PATCH', `/api/v1/hours/${own.id}`, { onDay: `${LAST_MONTH}-10` })
    expect(moved.at('code')).toBe('hours.month-over')
  })

  it('gets no cost out of formulas, goals, scorecards, returns and the homes', async () => {
    const kpi = await made(world.admin, 'kpis', { name: 'All cost', formula: 'cost' })
    const goal = await made(world.admin, 'goals', {
      title: 'Spend less',
      kpi: kpi.id,
      target: '1',
      startsOn: `${BEFORE}-01`,
      dueOn: '2099-01-01',
    })
    await made(world.admin, `campaigns/${campaigns.pair}`, { goalIds: [goal.id] }, 'PATCH')
    const seen = await made(world.admin, `goal-progress?goalId=${goal.id}`, undefined, 'GET')
    expect(seen.at('items.0.now')).toBe('1316.2')
    const answers = [
      await made(officer, 'kpi-previews', { formula: 'cost', days: 90 }),
      await made(officer, 'kpi-previews', { formula: 'cost / 1', days: 365 }),
      await made(officer, `goal-progress?goalId=${goal.id}`, undefined, 'GET'),
      await made(officer, `goal-progress/${goal.id}/parts`, undefined, 'GET'),
      await made(officer, 'home/executive?period=year', undefined, 'GET'),
      await made(officer, `campaigns/${campaigns.pair}/return`, undefined, 'GET'),
    ]
    expect(answers[0]?.at('outcome')).toMatchObject({ value: null, none: { code: 'no-cost' } })
    expect([answers[2]?.at('items.0.now'), answers[2]?.at('items.0.why')]).toEqual([null, 'no-cost'])
    for (const answer of answers) expect(JSON.stringify(answer.body)).not.toMatch(/1316|731\.9|584\.3|730\.96/)
  })

  it('reads no rate and no number of hours in the log', async () => {
    const log = JSON.stringify((await made(officer, 'events?limit=200', undefined, 'GET')).body)
    expect(log).toContain('cost-rate.set')
    expect(log).toContain('hours.created')
    for (const rate of Object.values(RATES)) expect(log).not.toContain(rate)
    expect(log).not.toContain('"hours":"')
  })
})

describe('a manager, who sees budgets and no rates', () => {
  it('sees the sum of two, and nothing of one alone or of one who did nearly all', async () => {
    expect(await actual(manager, of(campaigns.pair))).toBe(1316.2)
    expect([await actual(manager, of(campaigns.alone)), await actual(manager, of(campaigns.nearly))]).toEqual([0, 0])
    expect(await actual(world.admin, of(campaigns.alone))).toBe(730.96)
    const shown = await made(manager, `budget?${range(3)}`, undefined, 'GET')
    // The third is this month's, which is not over.
    expect(shown.at('hours')).toEqual({ sight: 'whole-parts', leftOut: 3 })
  })

  it('finds no person by taking one total from another: every total is a sum of whole parts', async () => {
    const parts = [0, 1316.2]
    const totals = [
      await actual(manager, ''),
      await actual(manager, of(campaigns.pair)),
      await actual(manager, of(campaigns.alone)),
      ...(await groups('campaign')),
      ...(await groups('month')),
      ...(await groups('unit')),
      ...(await groups('plan')),
      ...(await groups('category')),
    ]
    for (const one of totals)
      for (const other of totals) expect(parts).toContain(Math.abs(Math.round((one - other) * 100) / 100))
  })

  it('finds no day of a person by counting formulas over one day more', async () => {
    const values = new Set<number>()
    for (const days of [1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 70, 80, 95]) {
      const preview = await made(manager, 'kpi-previews', { formula: 'cost', days })
      values.add(Number(preview.at('outcome.value') ?? 0))
    }
    expect([...values].every((value) => value === 0 || value === 1316.2)).toBe(true)
  })

  it('learns nothing by adding own hours to a month before it is over', async () => {
    const before = await actual(manager, of(campaigns.alone))
    const today = new Date().toISOString().slice(0, 10)
    await made(manager, 'hours', { onDay: today, hours: '8', campaignId: campaigns.alone })
    await made(people.Cem, 'hours', { onDay: today, hours: '8', campaignId: campaigns.alone })
    expect(await actual(manager, of(campaigns.alone))).toBe(before)
  })

  it('learns nothing by moving a rate of exchange between people who are paid in different currencies', async () => {
    await made(
      world.admin,
      'cost-rates',
      { personId: people.Cem.id, since: `${BEFORE}-01`, amount: '100', currency: 'USD' },
      'PUT',
    )
    await work('Ada', 10, { campaignId: campaigns.abroad, month: BEFORE })
    await work('Cem', 10, { campaignId: campaigns.abroad, month: BEFORE })
    for (const rate of ['0.5', '0.9', '0.000001']) {
      const set = { base: 'USD', quote: 'EUR', onDay: `${BEFORE}-05`, rate }
      await made(manager, 'exchange-rates', set, 'PUT')
      expect(await actual(manager, of(campaigns.abroad))).toBe(0)
    }
  })

  it('may not read or set rates', async () => {
    expect((await manager.call('GET', '/api/v1/cost-rates')).status).toBe(403)
    const set = { personId: people.Ada.id, since: '2020-01-01', amount: '1' }
    expect((await manager.call('PUT', '/api/v1/cost-rates', set)).status).toBe(403)
  })
})

async function groups(by: string): Promise<number[]> {
  const shown = await made(manager, `budget?${range(3)}&by=${by}`, undefined, 'GET')
  return (shown.at('groups') as { sums: { actual: string } }[]).map((group) => Number(group.sums.actual))
}
