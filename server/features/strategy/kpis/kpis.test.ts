import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillWorld, type Filled } from '#test/fill-world.ts'
import { addOrganisation } from '#test/second-organisation.ts'
import { createWorld, type Answer, type World } from '#test/world.ts'

let world: World
let filled: Filled
beforeAll(async () => {
  world = await createWorld()
  filled = await fillWorld(world)
})
afterAll(() => world.close())

const call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  world.admin.call(method, `/api/v1/${path}`, body, headers)
const refusal = (answer: Answer) => [answer.status, answer.at('code'), answer.at('fields.0.code')]
const define = async (formula: string, more = {}) => {
  const made = await call('POST', 'kpis', { name: 'Value beyond the first ten', formula, ...more })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made
}
const newGoal = async (kpi: string, more = {}) =>
  call('POST', 'goals', { title: 'Reach 80', kpi, target: 80, dueOn: '2027-06-30', ...more })

describe('A KPI of the organisation’s own', () => {
  it('is defined by a formula, from which everything else follows', async () => {
    const kpi = await define('value / max(posts, 10)', { funnelStage: 'conversion' })
    expect(kpi.body).toMatchObject({
      own: true,
      unit: 'money',
      denominator: 'max(posts, 10)',
      source: 'conversions',
      edition: 1,
      direction: 'up',
      goals: 0,
      version: 1,
    })
    expect((await call('GET', `kpis/${kpi.id}`)).body).toMatchObject({
      name: 'Value beyond the first ten',
      usedBy: [],
      editions: [{ edition: 1, formula: 'value / max(posts, 10)', unit: 'money', by: { name: 'Ada Admin' } }],
    })
    const listed = (await call('GET', 'kpis')).at('items') as { id: string }[]
    expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining(['clicks', 'conversion-rate', kpi.id]))
  })

  it('with a formula that cannot be understood is refused at the place, in both languages', async () => {
    const answer = await call('POST', 'kpis', { name: 'Mixed', formula: 'clicks + value' })
    expect(refusal(answer)).toEqual([422, 'kpi.formula', 'formula.mixed'])
    expect(answer.at('fields.0')).toMatchObject({
      path: 'formula',
      params: { left: 'count', right: 'money', from: 0, to: 14 },
    })
    const said = async (language: string) =>
      JSON.stringify((await call('POST', 'kpis', { name: 'M', formula: 'x' }, { 'accept-language': language })).body)
    expect(await said('en')).toContain('This formula cannot be used yet')
  })

  it('keeps its editions, and a goal keeps its own until it is moved', async () => {
    const kpi = await define('clicks')
    const goal = await newGoal(kpi.id)
    expect(goal.at('kpiEdition')).toBe(1)
    const changed = await call('PATCH', `kpis/${kpi.id}`, {
      formula: 'clicks + conversions',
      reason: 'Orders count too',
    })
    expect([changed.status, changed.at('edition'), changed.at('goals')]).toEqual([200, 2, 1])
    expect((await call('GET', `goals/${goal.id}`)).at('kpiEdition')).toBe(1)
    expect((await call('GET', `goal-progress?goalId=${goal.id}`)).at('items.0.formula')).toBe('clicks')
    expect((await newGoal(kpi.id)).at('kpiEdition')).toBe(2)
    expect(refusal(await call('POST', `goals/${goal.id}/kpi-edition`, { edition: 3 }))).toEqual([
      422,
      'kpi.edition',
      'kpi.edition',
    ])
    const moved = await call('POST', `goals/${goal.id}/kpi-edition`, {})
    expect([moved.status, moved.at('kpiEdition')]).toEqual([200, 2])
    expect((await call('GET', `goal-progress?goalId=${goal.id}`)).at('items.0.formula')).toBe('clicks + conversions')
    expect((await call('GET', `kpis/${kpi.id}`)).at('editions.0')).toMatchObject({
      edition: 2,
      reason: 'Orders count too',
    })
    const renamed = await call('PATCH', `kpis/${kpi.id}`, { name: 'Visits and orders' })
    expect([renamed.at('name'), renamed.at('edition')]).toEqual(['Visits and orders', 2])
    const events = (await call('GET', `events?subjectId=${kpi.id}`)).at('items') as { verb: string }[]
    expect(events.map(({ verb }) => verb)).toEqual(['kpi.changed', 'kpi.changed', 'kpi.created'])
  })

  it('is not removed while a goal goes by it, and comes back as it was', async () => {
    const kpi = await define('posts * 2')
    const goal = await newGoal(kpi.id)
    expect(refusal(await call('DELETE', `kpis/${kpi.id}`))[1]).toBe('record.in-use')
    await call('DELETE', `goals/${goal.id}`)
    expect((await call('DELETE', `kpis/${kpi.id}`)).status).toBe(200)
    expect((await call('GET', `kpis/${kpi.id}`)).status).toBe(404)
    expect(refusal(await newGoal(kpi.id))).toEqual([422, 'reference.unknown', 'reference.unknown'])
    expect((await call('POST', `kpis/${kpi.id}/restoration`)).at('formula')).toBe('posts * 2')
  })

  it('does not lose what somebody else has written meanwhile', async () => {
    const kpi = await define('clicks')
    await call('PATCH', `kpis/${kpi.id}`, { name: 'Theirs' }, { 'if-match': '"1"' })
    expect(refusal(await call('PATCH', `kpis/${kpi.id}`, { name: 'Mine' }, { 'if-match': '"1"' }))[1]).toBe(
      'record.changed',
    )
  })

  it('warns of goals that are due when its figures cannot be had any more', async () => {
    const kpi = await define('views', { notAfter: '2027-03-31' })
    expect(refusal(await newGoal(kpi.id))).toEqual([422, 'kpi.withdrawn', 'kpi.withdrawn'])
    const goal = await newGoal(kpi.id, { dueOn: '2027-03-31' })
    expect(goal.status).toBe(201)
    expect(refusal(await call('PATCH', `goals/${goal.id}`, { dueOn: '2027-04-01' }))[1]).toBe('kpi.withdrawn')
  })

  it('of another organisation is not there', async () => {
    const kpi = await define('clicks')
    const { caller } = await addOrganisation(world)
    expect((await caller.call('GET', `/api/v1/kpis/${kpi.id}`)).status).toBe(404)
    const goal = { title: 'A', kpi: kpi.id, target: '1', dueOn: '2027-01-01' }
    expect(refusal(await caller.call('POST', '/api/v1/goals', goal))[1]).toBe('reference.unknown')
    expect((await caller.call('PATCH', `/api/v1/kpis/${kpi.id}`, { name: 'x' })).status).toBe(404)
  })
})

describe('A preview', () => {
  const preview = (formula: string) => call('POST', 'kpi-previews', { formula })

  it('tells what a formula comes to with what was measured, and of what it is made', async () => {
    const answer = await preview('value / max(conversions, 1)')
    expect(answer.body).toMatchObject({
      problem: null,
      unit: 'money',
      currency: 'EUR',
      denominator: 'max(conversions, 1)',
      outcome: { none: null },
      figures: [{ metric: 'conversions' }, { metric: 'value' }],
    })
    expect(answer.at('weeks')).toHaveLength(8)
  })

  it('explains a division by 0 instead of showing something that is no number', async () => {
    const answer = await preview('percent(conversions / clicks)')
    expect(answer.at('outcome')).toEqual({
      value: null,
      none: { code: 'zero-divisor', from: 22, to: 28, part: 'clicks' },
    })
    expect((await preview('likes + 1')).at('outcome.none')).toMatchObject({ code: 'not-counted', part: 'likes' })
    expect(JSON.stringify(answer.body)).not.toMatch(/NaN|Infinity/)
  })

  it('points at the place of a mistake', async () => {
    expect((await preview('clicks / post')).at('problem')).toEqual({
      code: 'formula.unknown-metric-near',
      from: 9,
      to: 13,
      params: { name: 'post', near: 'posts' },
    })
  })
})

describe('The starting set', () => {
  it('is chosen by the kind of organisation, and can be given up', async () => {
    expect((await call('GET', 'kpi-set')).body).toEqual({ kind: null })
    await call('PUT', 'kpi-set', { kind: 'charity' })
    expect((await call('GET', 'kpi-set')).body).toEqual({ kind: 'charity' })
    expect((await call('PUT', 'kpi-set', { kind: 'bank' })).status).toBe(422)
    await call('PUT', 'kpi-set', { kind: null })
    expect((await call('GET', 'kpi-set')).body).toEqual({ kind: null })
  })
})

describe('The check of a goal', () => {
  it('says of each mark what is missing', async () => {
    const codes = async (goal: unknown) =>
      ((await call('POST', 'goal-checks', goal)).at('marks') as { code: string }[]).map(({ code }) => code)
    expect(await codes({})).toEqual(['empty', 'no-kpi', 'unknown', 'none', 'none'])
    expect(
      await codes({
        title: 'Win 80 orders',
        kpi: 'conversions',
        baseline: 0,
        target: 80,
        dueOn: '2027-06-30',
        objectiveIds: [filled.objectiveId],
      }),
    ).toEqual(['true', 'true', 'no-history', 'true', 'true'])
  })
})
