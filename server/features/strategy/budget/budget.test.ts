import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addColleague, companyOf, made, type Colleague } from '#test/colleague.ts'
import { createWorld, type Caller, type World } from '#test/world.ts'

let world: World
let admin: Caller
let manager: Colleague
let companyId: string
let campaignId: string
let planId: string
const YEAR = 'from=2026-01-01&to=2026-12-31'
const DAY = '2026-03-10'

beforeAll(async () => {
  world = await createWorld()
  admin = world.admin
  manager = await addColleague(world, 'Mert', 'manager')
  companyId = await companyOf(world)
  campaignId = (await made(admin, 'campaigns', { title: 'Harvest', startsOn: '2026-01-01', endsOn: '2026-12-31' })).id
  planId = (
    await made(admin, 'plans', {
      level: 'tactical',
      title: 'Launch',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      askedBudget: '1000',
    })
  ).id
})
afterAll(() => world.close())

const line = (fields: object, caller: Caller = admin) =>
  made(caller, 'budget-lines', { title: 'Adverts', onDay: DAY, ...fields })
const rate = (fields: object) => made(admin, 'exchange-rates', fields, 'PUT')
const budget = (query = '', caller: Caller = admin) => made(caller, `budget?${YEAR}${query}`, undefined, 'GET')
const only = (query: string) => `&campaignId=${query}`
const aCampaign = async (title: string) =>
  (await made(admin, 'campaigns', { title, startsOn: '2026-01-01', endsOn: '2026-12-31' })).id

describe('a budget line', () => {
  it('counts what was planned against the larger of ordered and booked, in its month and in what it is charged to', async () => {
    const id = await aCampaign('Counted')
    await line({ campaignId: id, planned: '100.50', committed: '80', actual: '30' })
    await line({ campaignId: id, planned: '10', actual: '25', onDay: '2026-04-01', category: 'agency' })
    const shown = await budget(only(id))
    expect(shown.at('total')).toEqual({ planned: '110.5', committed: '80', actual: '55', left: '5.5' })
    expect(shown.at('months.2.sums.left')).toBe('20.5')
    expect([shown.at('groups.0.id'), shown.at('groups.1.id')]).toEqual(['other', 'agency'])
  })

  it('is refused without an amount, finer than a coin, below nothing, and charged to what is not there', async () => {
    for (const [fields, code, path] of [
      [{}, 'budget.nothing', 'planned'],
      [{ planned: '1.005', currency: 'EUR' }, 'money.too-fine', 'planned'],
      [{ actual: '1.5', currency: 'JPY' }, 'money.too-fine', 'actual'],
      [{ planned: '-1' }, 'money.below-nothing', 'planned'],
      [{ planned: '1', campaignId: planId }, 'reference.unknown', 'campaignId'],
      [{ planned: '1', unitId: campaignId }, 'reference.unknown', 'unitId'],
    ] as const) {
      const answer = await admin.call('POST', '/api/v1/budget-lines', { title: 'A', onDay: DAY, ...fields })
      expect([answer.status, answer.at('fields.0.code'), answer.at('fields.0.path')]).toEqual([422, code, path])
    }
  })

  it('edited by two at once loses nothing: the second is told, and sees what the first wrote', async () => {
    const { id } = await line({ planned: '10' })
    const first = await manager.call('PATCH', `/api/v1/budget-lines/${id}`, { planned: '20' }, { 'If-Match': '"1"' })
    const second = await admin.call('PATCH', `/api/v1/budget-lines/${id}`, { planned: '30' }, { 'If-Match': '"1"' })
    expect([first.status, second.status, second.at('code')]).toEqual([200, 412, 'record.changed'])
    const now = await admin.call('GET', `/api/v1/budget-lines/${id}`)
    expect([now.at('planned'), now.at('version')]).toEqual(['20', 2])
  })

  it('leaves the sums when it is removed and comes back as it was', async () => {
    const id = await aCampaign('Removed')
    const made = await line({ campaignId: id, actual: '7' })
    await admin.call('DELETE', `/api/v1/budget-lines/${made.id}`)
    expect((await budget(only(id))).at('total.actual')).toBe('0')
    await admin.call('POST', `/api/v1/budget-lines/${made.id}/restoration`)
    expect((await budget(only(id))).at('total.actual')).toBe('7')
  })

  it('of an action plan counts for the tactical plan above it, beside the budget that was asked for', async () => {
    const action = await made(admin, 'plans', {
      level: 'action',
      title: 'Film',
      parentId: planId,
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
    })
    await line({ planId: action.id, actual: '400' })
    await line({ planId, actual: '50.25' })
    const lines = await made(admin, `budget-lines?planId=${planId}`, undefined, 'GET')
    expect(lines.at('items.1.actual')).toBe('400')
    const shown = await budget(`&planId=${planId}&by=plan`)
    expect(shown.at('groups.0')).toEqual({
      id: planId,
      title: 'Launch',
      sums: { planned: '0', committed: '0', actual: '450.25', left: '-450.25' },
      budget: { amount: '1000', currency: 'EUR', state: 'asked' },
    })
  })
})

describe('another currency', () => {
  it('is converted by the rate of the day, and without one is a gap that is named and never guessed', async () => {
    const id = await aCampaign('Abroad')
    await line({ campaignId: id, actual: '100', currency: 'USD', onDay: '2026-05-20' })
    const before = await budget(only(id))
    expect(before.at('total.actual')).toBe('0')
    expect(before.at('gaps')).toContainEqual({
      kind: 'exchange-rate',
      currency: 'USD',
      person: null,
      firstOn: '2026-05-20',
      lastOn: '2026-05-20',
      count: 1,
    })
    expect(before.at('currencies')).toEqual([{ currency: 'USD', planned: '0', committed: '0', actual: '100' }])
    await rate({ base: 'USD', quote: 'EUR', onDay: '2026-05-21', rate: '0.5' })
    expect((await budget(only(id))).at('total.actual')).toBe('0')
    await rate({ base: 'EUR', quote: 'USD', onDay: '2026-05-01', rate: '1.25' })
    const after = await budget(only(id))
    expect([after.at('total.actual'), after.at('rates')]).toEqual([
      '80',
      [{ currency: 'USD', firstOn: '2026-05-01', lastOn: '2026-05-01', count: 1 }],
    ])
    await rate({ base: 'USD', quote: 'EUR', onDay: '2026-05-01', rate: '0.9' })
    expect((await budget(only(id))).at('total.actual')).toBe('90')
  })
})

describe('a file from accounting', () => {
  const text = [
    'Belge;Tarih;Açıklama;Tutar;Proje',
    '4711;04.03.2026;Reklam;1.234,50;Harvest',
    '4712;05.03.2026;=SUM(A1);-20,00;',
  ].join('\n')
  const file = {
    list: 'lines',
    text,
    columns: { reference: 'Belge', title: 'Açıklama', actual: 'Tutar', campaign: 'Proje' },
    decimal: ',',
    dates: 'day-first',
    currency: 'EUR',
  }
  const total = async () => (await admin.call('GET', '/api/v1/budget-lines?limit=200')).at('items')

  it('is tried first, brought in once, changed by its reference and never doubled', async () => {
    const tried = await made(admin, 'budget-imports/trial', file)
    expect([tried.at('created'), tried.at('problems'), tried.at('columns.onDay')]).toEqual([2, [], 'Tarih'])
    const before = await total()
    expect(JSON.stringify(before)).not.toContain('4711')
    await made(admin, 'budget-imports', file)
    const again = await made(admin, 'budget-imports', file)
    expect([again.at('created'), again.at('changed'), again.at('unchanged')]).toEqual([0, 0, 2])
    const changed = await made(admin, 'budget-imports', { ...file, text: text.replace('1.234,50', '1.300,00') })
    expect([changed.at('created'), changed.at('changed'), changed.at('unchanged')]).toEqual([0, 1, 1])
    const lines = await admin.call('GET', `/api/v1/budget-lines?campaignId=${campaignId}`)
    expect([lines.at('items.0.actual'), lines.at('items.0.onDay')]).toEqual(['1300', '2026-03-04'])
  })

  it('is never run by the spreadsheet that opens it again', async () => {
    const out = String((await made(admin, 'budget-export?list=lines', undefined, 'GET')).at('text'))
    expect(out).toContain("'=SUM(A1)")
    const back = await made(admin, 'budget-imports/trial', { list: 'lines', text: referenced(out) })
    expect([back.at('problems'), back.at('created'), back.at('changed')]).toEqual([[], 0, 0])
  })

  /** The rows that have a number in the accounts; others were entered by hand. */
  const referenced = (csv: string) =>
    csv
      .split('\r\n')
      .filter((row, place) => place === 0 || row.startsWith('471'))
      .join('\r\n')

  it('names every problem by its row and column, and changes nothing', async () => {
    const bad = {
      ...file,
      text: [
        'Belge;Tarih;Açıklama;Tutar;Proje',
        '1;2026-13-01;A;1,00;',
        '2;01.02.2026;B;=1+1;',
        '2;01.02.2026;C;1,005;Nowhere',
        ';01.02.2026;;1,00;',
      ].join('\n'),
    }
    const tried = await made(admin, 'budget-imports/trial', bad)
    const problems = tried.at('problems') as { row: number; column: string | null; code: string }[]
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Tarih', 'budget.not-a-day'],
      [3, 'Tutar', 'budget.not-an-amount'],
      [4, 'Belge', 'budget.reference-twice'],
      [4, 'Proje', 'budget.unknown-campaign'],
      [5, 'Belge', 'text.empty'],
    ])
    const refused = await admin.call('POST', '/api/v1/budget-imports', bad)
    expect([refused.status, refused.at('code')]).toEqual([422, 'import.problems'])
  })

  it('of rates sets one for each pair and day', async () => {
    const rates = { list: 'rates', text: 'Date,From,To,Rate\n2026-02-01,GBP,EUR,1.2\n2026-02-02,GBP,EUR,1.21' }
    expect((await made(admin, 'budget-imports', rates)).at('created')).toBe(2)
    expect((await made(admin, 'budget-imports', rates)).at('unchanged')).toBe(2)
  })

  it('that lacks a column is not read further', async () => {
    const tried = await made(admin, 'budget-imports/trial', { list: 'rates', text: 'Day,X\n1,2' })
    const codes = (tried.at('problems') as { code: string }[]).map(({ code }) => code)
    expect(new Set(codes)).toEqual(new Set(['budget.column-missing']))
    expect(tried.at('headings')).toEqual(['Day', 'X'])
  })
})

describe('what a campaign cost', () => {
  it('flows into its return, the executive home and the KPIs, for those who may see budgets', async () => {
    const id = await aCampaign('Returned')
    const today = new Date().toISOString().slice(0, 10)
    await made(admin, 'tools', {
      name: 'Scheduler',
      price: '120',
      cycle: 'year',
      startsOn: '2026-01-15',
      campaignId: id,
    })
    await line({ campaignId: id, actual: '50', onDay: today })
    const shown = await made(admin, `campaigns/${id}/return`, undefined, 'GET')
    const months = new Date().getUTCMonth() + 1
    expect(shown.at('return')).toMatchObject({ cost: String(50 + months * 10), value: '0', share: '-1', why: null })
    const home = await made(admin, 'home/executive?period=month', undefined, 'GET')
    const campaigns = home.at('campaigns') as { id: string; return: { cost: string } }[]
    expect(campaigns.find((each) => each.id === id)?.return.cost).toBe('60')
    const preview = await made(admin, 'kpi-previews', { formula: 'cost', days: 1 })
    expect(Number(preview.at('outcome.value'))).toBeGreaterThanOrEqual(0)
    const viewer = await addColleague(world, 'Vera', 'viewer')
    const unseen = await made(viewer, `campaigns/${id}/return`, undefined, 'GET')
    expect([unseen.at('return'), unseen.status]).toEqual([null, 200])
  })
})

it('the company’s own unit takes what its campaigns cost, where a line names no unit', async () => {
  const { id } = await made(admin, 'campaigns', {
    title: 'Placed',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    unitId: companyId,
  })
  await line({ campaignId: id, actual: '3' })
  const shown = await budget(`&unitId=${companyId}&by=unit`)
  expect([shown.at('groups.0.id'), shown.at('groups.0.sums.actual')]).toEqual([companyId, '3'])
})
