import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#server/kernel/actor.ts'
import { strategyRoutes } from './http.ts'
import { expectRefusal, NO_PORTS, NOBODY, openTestRooms, requestOf, type TestRooms } from './test-organisation.ts'

let rooms: TestRooms
let ada: Actor
let stranger: Actor
const campaigns = new Map<string, number>()
beforeAll(async () => {
  rooms = await openTestRooms()
  ada = await rooms.addOrganisation()
  stranger = await rooms.addOrganisation()
})
afterAll(() => rooms.close())

/** Strategy as somebody reaches it: input and answer go through the contract. */
const strategy = (actor = ada, ifMatch: number | null = null) =>
  createRouterClient(strategyRoutes(rooms.kernel, { ...NO_PORTS, campaignsOf: async () => campaigns }), {
    context: requestOf(actor, ifMatch),
  })

const objectiveFields = {
  title: 'Grow direct revenue',
  perspective: 'financial',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
} as const
const goalFields = { title: '9,000 orders', kpi: 'conversions', target: 9000, dueOn: '2027-06-30' }

describe('vision, mission and values', () => {
  it('are empty until somebody writes them, and say who did', async () => {
    const actor = await rooms.addOrganisation()
    expect(await strategy(actor).direction()).toEqual({
      vision: '',
      mission: '',
      values: '',
      version: 1,
      changedAt: null,
      changedBy: null,
    })
    const set = await strategy(actor).setDirection({ vision: 'Coffee that people recommend', mission: 'Roast well' })
    expect(set).toMatchObject({
      vision: 'Coffee that people recommend',
      version: 2,
      changedAt: '2026-11-22T10:00:00.000Z',
      changedBy: { name: 'Ada Deniz' },
    })
    expect(await strategy(actor).direction()).toEqual(set)
  })

  it('are written by one of two who began with nothing', async () => {
    const actor = await rooms.addOrganisation()
    const attempts = await Promise.allSettled(
      ['one', 'two'].map((vision) => strategy(actor, 1).setDirection({ vision, mission: '' })),
    )
    expect(attempts.map((attempt) => attempt.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expectRefusal(strategy(actor, 1).setDirection({ vision: 'three', mission: '' }), 'record.changed')
  })

  it('keep the values where a change says nothing of them', async () => {
    const actor = await rooms.addOrganisation()
    await strategy(actor).setDirection({ vision: 'a', mission: 'b', values: 'Fair prices' })
    expect(await strategy(actor).setDirection({ vision: 'a', mission: 'c' })).toMatchObject({ values: 'Fair prices' })
    expect(await strategy(actor).setDirection({ vision: 'a', mission: 'c', values: '' })).toMatchObject({ values: '' })
  })

  it('leave what was said before in the stream', async () => {
    const actor = await rooms.addOrganisation()
    await strategy(actor).setDirection({ vision: 'a', mission: 'b' })
    await strategy(actor).setDirection({ vision: 'a', mission: 'c' })
    await strategy(actor).setDirection({ vision: 'a', mission: 'c' })
    expect(await rooms.eventsOf(actor, actor.organisationId)).toEqual([
      { verb: 'direction.changed', before: { vision: '', mission: '' }, after: { vision: 'a', mission: 'b' } },
      { verb: 'direction.changed', before: { mission: 'b' }, after: { mission: 'c' } },
    ])
  })
})

describe('an objective', () => {
  it('is set and read', async () => {
    const objective = await strategy().createObjective({ ...objectiveFields, ownerId: ada.id })
    expect(objective).toMatchObject({
      ...objectiveFields,
      description: '',
      owner: { id: ada.id, name: 'Ada Deniz' },
      goals: 0,
      version: 1,
    })
    expect(await strategy().objective({ id: objective.id })).toEqual(objective)
  })

  it('may last a day, but ends not before it starts', async () => {
    await strategy().createObjective({ ...objectiveFields, endsOn: '2026-01-01' })
    await expectRefusal(
      strategy().createObjective({ ...objectiveFields, endsOn: '2025-12-31' }),
      'time.order',
      'endsOn',
    )
    const { id } = await strategy().createObjective(objectiveFields)
    await expectRefusal(strategy().changeObjective({ id, startsOn: '2027-01-01' }), 'time.order', 'endsOn')
  })

  it('has no owner from elsewhere', async () => {
    await expectRefusal(
      strategy().createObjective({ ...objectiveFields, ownerId: stranger.id }),
      'reference.unknown',
      'ownerId',
    )
  })

  it('is changed field by field, and the stream says what changed', async () => {
    const { id } = await strategy().createObjective({ ...objectiveFields, ownerId: ada.id })
    const changed = await strategy().changeObjective({ id, title: 'Grow revenue', ownerId: null })
    expect(changed).toMatchObject({ title: 'Grow revenue', owner: null, endsOn: '2026-12-31', version: 2 })
    expect(await strategy().changeObjective({ id, title: 'Grow revenue' })).toEqual(changed)
    expect(await rooms.eventsOf(ada, id)).toEqual([
      { verb: 'objective.created', before: null, after: { ...objectiveFields, description: '', ownerId: ada.id } },
      {
        verb: 'objective.changed',
        before: { title: objectiveFields.title, ownerId: ada.id },
        after: { title: 'Grow revenue', ownerId: null },
      },
    ])
  })

  it('is not overwritten by somebody who read an older version', async () => {
    const { id, version } = await strategy().createObjective(objectiveFields)
    const attempts = await Promise.allSettled(
      ['One', 'Two'].map((title) => strategy(ada, version).changeObjective({ id, title })),
    )
    expect(attempts.map((attempt) => attempt.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expectRefusal(strategy(ada, version).removeObjective({ id }), 'record.changed')
    expect(await strategy().objective({ id })).toMatchObject({ version: 2 })
  })

  it('is removed and brought back as it was', async () => {
    const { id } = await strategy().createObjective(objectiveFields)
    expect(await strategy().removeObjective({ id })).toEqual({ id })
    await expectRefusal(strategy().objective({ id }), 'record.not-found')
    await expectRefusal(strategy().changeObjective({ id, title: 'x' }), 'record.not-found')
    await expectRefusal(strategy().removeObjective({ id }), 'record.not-found')
    expect((await strategy().objectives({})).items.map((item) => item.id)).not.toContain(id)
    expect(await strategy().restoreObjective({ id })).toMatchObject({ ...objectiveFields, version: 3 })
    expect(await strategy().restoreObjective({ id })).toMatchObject({ version: 3 })
    expect((await rooms.eventsOf(ada, id)).map((event) => event.verb)).toEqual([
      'objective.created',
      'objective.removed',
      'objective.restored',
    ])
  })

  it('stays while a goal serves it', async () => {
    const { id } = await strategy().createObjective(objectiveFields)
    const goal = await strategy().createGoal({ ...goalFields, objectiveIds: [id] })
    expect(await strategy().objective({ id })).toMatchObject({ goals: 1 })
    await expectRefusal(strategy().removeObjective({ id }), 'record.in-use')
    await strategy().removeGoal({ id: goal.id })
    await strategy().removeObjective({ id })
  })

  it('of another organisation is not there', async () => {
    const { id } = await strategy().createObjective(objectiveFields)
    const theirs = strategy(stranger)
    await expectRefusal(theirs.objective({ id }), 'record.not-found')
    await expectRefusal(theirs.changeObjective({ id, title: 'x' }), 'record.not-found')
    await expectRefusal(theirs.removeObjective({ id }), 'record.not-found')
    await expectRefusal(theirs.restoreObjective({ id }), 'record.not-found')
    expect((await strategy(stranger).objectives({})).items).toEqual([])
    await expectRefusal(
      strategy(stranger).createGoal({ ...goalFields, objectiveIds: [id] }),
      'reference.unknown',
      'objectiveIds',
    )
  })

  it('is listed newest first, page by page', async () => {
    const actor = await rooms.addOrganisation()
    const titles = ['1', '2', '3', '4', '5']
    for (const title of titles) await strategy(actor).createObjective({ ...objectiveFields, title })
    const first = await strategy(actor).objectives({ limit: 3 })
    const second = await strategy(actor).objectives({ limit: 3, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items].map((item) => item.title)).toEqual(titles.toReversed())
    expect(second.nextCursor).toBeNull()
    await expectRefusal(
      strategy(actor).objectives({ cursor: Buffer.from('["x"]').toString('base64url') }),
      'request.invalid',
      'cursor',
    )
  })
})

describe('a goal', () => {
  it('starts today, as the day is where the organisation is', async () => {
    rooms.setNow('2026-11-22T22:30:00Z')
    expect(await strategy().createGoal(goalFields)).toMatchObject({ startsOn: '2026-11-23', dueOn: '2027-06-30' })
    const newYork = await rooms.addOrganisation({ timeZone: 'America/New_York' })
    expect(await strategy(newYork).createGoal(goalFields)).toMatchObject({ startsOn: '2026-11-22' })
    rooms.setNow('2026-11-22T10:00:00Z')
  })

  it('keeps its numbers exactly', async () => {
    const { id, ...goal } = await strategy().createGoal({
      ...goalFields,
      baseline: '0.100000',
      target: '123456789012345.123456',
    })
    expect(goal).toMatchObject({ baseline: '0.1', target: '123456789012345.123456' })
    expect(await strategy().changeGoal({ id, baseline: '0.10' })).toMatchObject({ baseline: '0.1', version: 1 })
    expect(await strategy().changeGoal({ id, target: 12 })).toMatchObject({ target: '12', version: 2 })
  })

  it('is not due before it starts', async () => {
    await expectRefusal(strategy().createGoal({ ...goalFields, dueOn: '2026-11-21' }), 'time.order', 'dueOn')
    await strategy().createGoal({ ...goalFields, dueOn: '2026-11-22' })
  })

  it('names a KPI of the catalogue', async () => {
    const { items } = await strategy().kpis()
    expect(items.map((kpi) => kpi.id)).toContain('conversions')
    await expect(strategy().createGoal({ ...goalFields, kpi: 'fame' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('serves objectives, each once, and can serve others later', async () => {
    const one = await strategy().createObjective({ ...objectiveFields, title: 'One' })
    const two = await strategy().createObjective({ ...objectiveFields, title: 'Two' })
    const goal = await strategy().createGoal({ ...goalFields, objectiveIds: [one.id, one.id] })
    expect(goal.objectives).toEqual([{ id: one.id, title: 'One' }])
    expect(await strategy().changeGoal({ id: goal.id, objectiveIds: [two.id] })).toMatchObject({
      objectives: [{ title: 'Two' }],
      version: 2,
    })
    expect((await strategy().goals({ objectiveId: two.id })).items.map((item) => item.id)).toEqual([goal.id])
    expect((await strategy().goals({ objectiveId: one.id })).items).toEqual([])
    expect((await rooms.eventsOf(ada, goal.id)).at(-1)).toEqual({
      verb: 'goal.changed',
      before: { objectiveIds: [one.id] },
      after: { objectiveIds: [two.id] },
    })
  })

  it('serves no objective that is unknown or removed, and has no unknown owner', async () => {
    const removed = await strategy().createObjective(objectiveFields)
    await strategy().removeObjective({ id: removed.id })
    const { id } = await strategy().createGoal(goalFields)
    for (const objectiveIds of [[NOBODY], [removed.id]]) {
      await expectRefusal(strategy().createGoal({ ...goalFields, objectiveIds }), 'reference.unknown', 'objectiveIds')
      await expectRefusal(strategy().changeGoal({ id, objectiveIds }), 'reference.unknown', 'objectiveIds')
    }
    await expectRefusal(strategy().changeGoal({ id, ownerId: NOBODY }), 'reference.unknown', 'ownerId')
  })

  it('serves no objective that is being removed at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await strategy().createObjective(objectiveFields)
      const [removal, goal] = await Promise.allSettled([
        strategy().removeObjective({ id }),
        strategy().createGoal({ ...goalFields, objectiveIds: [id] }),
      ])
      expect([removal.status, goal.status].sort()).toEqual(['fulfilled', 'rejected'])
    }
  })

  it('is removed unless a campaign serves it, and brought back', async () => {
    const { id } = await strategy().createGoal(goalFields)
    campaigns.set(id, 2)
    expect(await strategy().goal({ id })).toMatchObject({ campaigns: 2 })
    expect((await strategy().goals({})).items.find((item) => item.id === id)).toMatchObject({ campaigns: 2 })
    await expectRefusal(strategy().removeGoal({ id }), 'record.in-use')
    campaigns.clear()
    await strategy().removeGoal({ id })
    await expectRefusal(strategy().goal({ id }), 'record.not-found')
    expect(await strategy().restoreGoal({ id })).toMatchObject({ title: '9,000 orders', target: '9000', version: 3 })
    expect((await rooms.eventsOf(ada, id)).map((event) => event.verb)).toEqual([
      'goal.created',
      'goal.removed',
      'goal.restored',
    ])
  })

  it('of another organisation is not there, and an older version does not win', async () => {
    const { id, version } = await strategy().createGoal(goalFields)
    const theirs = strategy(stranger)
    await expectRefusal(theirs.goal({ id }), 'record.not-found')
    await expectRefusal(theirs.changeGoal({ id, title: 'x' }), 'record.not-found')
    await expectRefusal(theirs.removeGoal({ id }), 'record.not-found')
    await expectRefusal(theirs.restoreGoal({ id }), 'record.not-found')
    await strategy(ada, version).changeGoal({ id, title: 'New' })
    await expectRefusal(strategy(ada, version).changeGoal({ id, title: 'Old' }), 'record.changed')
  })
})
