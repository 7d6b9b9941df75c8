import { createRouterClient } from '@orpc/server'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#contract/actions.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { strategyRoutes } from '../http.ts'
import { expectRefusal, NO_PORTS, NOBODY, openTestRooms, requestOf, type TestRooms } from '../test-organisation.ts'

let rooms: TestRooms
let ada: Actor
let manager: Actor
let officer: Actor
let goalId: string
let objectiveId: string
beforeAll(async () => {
  rooms = await openTestRooms()
  ada = await rooms.addOrganisation()
  manager = await addPerson('manager', 'Mert')
  officer = await addPerson('officer', 'Oya')
  await reportTo(officer, manager)
  objectiveId = (await strategy().createObjective({ ...objective, ownerId: ada.id })).id
  goalId = (
    await strategy().createGoal({
      title: '9,000 orders',
      kpi: 'conversions',
      target: 9000,
      dueOn: '2027-06-30',
      objectiveIds: [objectiveId],
      ownerId: manager.id,
    })
  ).id
})
afterAll(() => rooms.close())

const strategy = (actor = ada, ifMatch: number | null = null) =>
  createRouterClient(strategyRoutes(rooms.kernel, NO_PORTS), { context: requestOf(actor, ifMatch) })
const objective = {
  title: 'Grow direct revenue',
  perspective: 'financial',
  startsOn: '2026-01-01',
  endsOn: '2027-12-31',
} as const
const days = { startsOn: '2026-11-01', endsOn: '2027-03-31' }

async function addPerson(role: Role, name: string): Promise<Actor> {
  const id = v7()
  const { organisationId } = ada
  const email = `${id}@example.org`
  await rooms.kernel.database.identity.insertInto('identity.user').values({ id, name, email }).execute()
  await rooms.kernel.database.inOrganisation(organisationId, (db) =>
    db
      .insertInto('organisation_people')
      .values({ organisation_id: organisationId, id, user_id: id, name, email, role, created_at: new Date() })
      .execute(),
  )
  return { ...ada, id, personId: id, name, role }
}

/** Puts one below the other on the functional line. */
async function reportTo(below: Actor, above: Actor): Promise<void> {
  const { organisationId } = ada
  const base = { organisation_id: organisationId, created_at: new Date() }
  const [unit, low, high] = [v7(), v7(), v7()]
  await rooms.kernel.database.inOrganisation(organisationId, async (db) => {
    await db
      .insertInto('organisation_units')
      .values({ ...base, id: unit, kind: 'company', name: 'Kavrela' })
      .execute()
    await db
      .insertInto('organisation_positions')
      .values([
        { ...base, id: low, unit_id: unit, title: 'Officer', person_id: below.id },
        { ...base, id: high, unit_id: unit, title: 'Manager', person_id: above.id },
      ])
      .execute()
    await db
      .insertInto('organisation_reporting_lines')
      .values({
        organisation_id: organisationId,
        id: v7(),
        kind: 'functional',
        position_id: low,
        superior_id: high,
        since: new Date(),
      })
      .execute()
  })
}

const tactical = (fields: object = {}) =>
  strategy(manager).plans.create({
    level: 'tactical',
    title: 'First harvest in Türkiye',
    ...days,
    ownerId: manager.id,
    goalIds: [goalId],
    askedBudget: '12000.00',
    ...fields,
  })
const noticesOf = ({ organisationId, id }: Actor) =>
  rooms.kernel.database.inOrganisation(organisationId, (db) =>
    db
      .selectFrom('organisation_notices')
      .select(['kind', 'params'])
      .where('person_id', '=', id ?? '')
      .orderBy('id')
      .execute(),
  )

describe('a tactical plan', () => {
  it('asks for a budget, is approved with another one by somebody else, and says so to its owner', async () => {
    const { id } = await tactical()
    await expectRefusal(strategy().plans.decide({ id, outcome: 'approved' }), 'plan.state')
    expect(await strategy(manager).plans.propose({ id })).toMatchObject({ state: 'proposed', mayDecide: false })
    expect((await strategy().plans.list({ waiting: 'true' })).items.map((plan) => plan.id)).toContain(id)
    await expectRefusal(strategy(manager).plans.decide({ id, outcome: 'approved' }), 'plan.own')
    expect(await strategy().plans.show({ id })).toMatchObject({ mayDecide: true, askedBudget: '12000' })
    const approved = await strategy().plans.decide({ id, outcome: 'approved', grantedBudget: '9500.5', words: 'Less' })
    expect(approved).toMatchObject({
      state: 'approved',
      askedBudget: '12000',
      grantedBudget: '9500.5',
      words: 'Less',
      decidedBy: { name: ada.name },
      mayDecide: false,
    })
    expect((await noticesOf(manager)).at(-1)).toMatchObject({ kind: 'plan.approved' })
    expect((await rooms.eventsOf(ada, id)).map((event) => event.verb)).toEqual([
      'plan.created',
      'plan.proposed',
      'plan.approved',
    ])
  })

  it('is returned only with words, and can be proposed again', async () => {
    const { id } = await tactical()
    await strategy(manager).plans.propose({ id })
    await expectRefusal(
      strategy().plans.decide({ id, outcome: 'returned', words: ' ' }),
      'approval.reason-needed',
      'words',
    )
    expect(await strategy().plans.decide({ id, outcome: 'returned', words: 'Too dear' })).toMatchObject({
      state: 'returned',
      words: 'Too dear',
      grantedBudget: null,
    })
    expect(await strategy(manager).plans.propose({ id })).toMatchObject({ state: 'proposed' })
  })

  it('becomes a draft again when what was decided about changes, and stays approved for a better word', async () => {
    const { id } = await tactical()
    await strategy(manager).plans.propose({ id })
    await strategy().plans.decide({ id, outcome: 'approved' })
    expect(await strategy(manager).plans.change({ id, title: 'Harvest' })).toMatchObject({
      state: 'approved',
      grantedBudget: '12000',
    })
    expect(await strategy(manager).plans.change({ id, askedBudget: '15000' })).toMatchObject({
      state: 'draft',
      grantedBudget: null,
    })
  })

  it('serves something before it is proposed, and carries out no other plan', async () => {
    const above = await tactical()
    const { id } = await tactical({ goalIds: [] })
    await expectRefusal(strategy(manager).plans.propose({ id }), 'plan.serves-nothing')
    await expectRefusal(tactical({ parentId: above.id }), 'plan.level', 'parentId')
    await expectRefusal(tactical({ goalIds: [NOBODY] }), 'reference.unknown', 'goalIds')
    await expectRefusal(tactical({ askedBudget: '-1' }), 'request.invalid', 'askedBudget')
  })

  it('is not written by officers, who do not see its budget either', async () => {
    const { id } = await tactical()
    await expectRefusal(strategy(officer).plans.create({ level: 'tactical', title: 'Mine', ...days }), 'right.missing')
    await expectRefusal(strategy(officer).plans.change({ id, title: 'Mine' }), 'right.missing')
    expect(await strategy(officer).plans.show({ id })).toMatchObject({ askedBudget: null, grantedBudget: null })
    expect((await strategy(officer).cascade.show({})).budget).toBeNull()
  })

  it('is not approved by the level that wrote it, and not changed over somebody else', async () => {
    const other = await addPerson('manager', 'Nil')
    const { id, version } = await tactical()
    await strategy(manager).plans.propose({ id })
    await expectRefusal(strategy(other).plans.decide({ id, outcome: 'approved' }), 'right.missing')
    await expectRefusal(strategy(manager, version).plans.change({ id, title: 'Late' }), 'record.changed')
  })

  it('is removed only when nothing stands below it, and comes back', async () => {
    const { id } = await tactical()
    const { id: taskId } = await strategy(officer).plans.createTask({ planId: id, title: 'Write' })
    await expectRefusal(strategy(manager).plans.remove({ id }), 'record.in-use')
    await strategy(officer).plans.removeTask({ id: taskId })
    await strategy(manager).plans.remove({ id })
    await expectRefusal(strategy(manager).plans.show({ id }), 'record.not-found')
    expect(await strategy(manager).plans.restore({ id })).toMatchObject({ id, state: 'draft' })
  })
})

describe('an action plan', () => {
  it('is decided along the functional line and by the owner of the plan above, and by nobody beside them', async () => {
    const above = await tactical()
    const beside = await addPerson('manager', 'Can')
    const { id } = await strategy(officer).plans.create({
      level: 'action',
      title: 'Three weeks of Reels',
      ...days,
      parentId: above.id,
      ownerId: officer.id,
    })
    await strategy(officer).plans.propose({ id })
    expect((await noticesOf(manager)).at(-1)).toMatchObject({ kind: 'plan.proposed', params: { by: 'Oya' } })
    await expectRefusal(strategy(beside).plans.decide({ id, outcome: 'approved' }), 'plan.not-superior')
    await expectRefusal(strategy(officer).plans.decide({ id, outcome: 'approved' }), 'plan.own')
    expect(await strategy(manager).plans.decide({ id, outcome: 'approved' })).toMatchObject({ state: 'approved' })
    await expectRefusal(strategy(officer).plans.change({ id, askedBudget: '1' }), 'plan.level', 'askedBudget')
  })
})

describe('a task', () => {
  it('carries hours, a checklist and its links, and tells whoever is given it', async () => {
    const plan = await tactical()
    const task = await strategy(manager).plans.createTask({
      planId: plan.id,
      title: 'Film the roastery',
      ownerId: officer.id,
      dueOn: '2026-11-20',
      hoursPlanned: 7.5,
      goalId,
      checklist: [{ text: 'Ask the roaster' }],
    })
    expect(task).toMatchObject({
      hoursPlanned: '7.5',
      late: true,
      goal: { id: goalId },
      checklist: [{ text: 'Ask the roaster', done: false }],
    })
    expect((await noticesOf(officer)).at(-1)).toMatchObject({ kind: 'task.given' })
    expect((await strategy(officer).plans.tasks({ mine: 'true' })).items.map(({ id }) => id)).toContain(task.id)
    await strategy(officer).plans.changeTask({ id: task.id, state: 'done', hoursActual: '9' })
    expect((await strategy(officer).plans.tasks({ mine: 'true' })).items.map(({ id }) => id)).not.toContain(task.id)
    expect((await strategy(manager).plans.show({ id: plan.id })).tasks).toEqual({
      total: 1,
      done: 1,
      late: 0,
      hoursPlanned: '7.5',
      hoursActual: '9',
    })
  })

  it('refuses hours below nothing, and links to what is not there', async () => {
    const attempt = (fields: object) => strategy(officer).plans.createTask({ title: 'x', ...fields })
    await expect(attempt({ hoursPlanned: '-1' })).rejects.toThrow('Input validation failed')
    await expect(attempt({ hoursPlanned: '1.234' })).rejects.toThrow('Input validation failed')
    await expectRefusal(attempt({ planId: NOBODY }), 'reference.unknown', 'planId')
    await expectRefusal(attempt({ campaignId: NOBODY }), 'reference.unknown', 'campaignId')
    const { id } = await attempt({})
    await expectRefusal(strategy(officer).plans.linkPost({ id, postId: NOBODY }), 'reference.unknown', 'postId')
  })
})

describe('the ripple of a change', () => {
  it('puts everything below an objective up for review once, with what it was before and is now', async () => {
    const { id: aim } = await strategy().createObjective(objective)
    const goal = await strategy().createGoal({
      title: 'Reach',
      kpi: 'clicks',
      target: 10,
      dueOn: '2027-06-30',
      objectiveIds: [aim],
      ownerId: manager.id,
    })
    const plan = await tactical({ goalIds: [goal.id] })
    const task = await strategy(officer).plans.createTask({ planId: plan.id, title: 'Write', ownerId: officer.id })
    await strategy().changeObjective({ id: aim, ownerId: ada.id })
    expect((await strategy().cascade.reviews({ causeId: aim })).items).toEqual([])

    await strategy().changeObjective({ id: aim, title: 'Grow abroad' })
    await strategy().changeObjective({ id: aim, title: 'Grow abroad first' })
    const { items } = await strategy().cascade.reviews({ causeId: aim, open: 'true' })
    expect(items.map(({ subject }) => subject.type).sort()).toEqual(['goal', 'plan', 'task'])
    expect(items[0]).toMatchObject({
      cause: { type: 'objective', title: 'Grow abroad first' },
      before: { title: objective.title },
      after: { title: 'Grow abroad first' },
      markedBy: ada.name,
    })
    expect((await noticesOf(officer)).filter(({ kind }) => kind === 'review.asked').length).toBe(2)

    const mine = (await strategy(officer).cascade.reviews({ mine: 'true', open: 'true' })).items
    expect(mine.map(({ subject }) => subject.id)).toEqual([task.id])
    const mark = items.find(({ subject }) => subject.type === 'plan')
    await expectRefusal(
      strategy(officer).cascade.clearReview({ id: mark?.id ?? '', outcome: 'holds' }),
      'review.not-owner',
    )
    expect(
      await strategy(manager).cascade.clearReview({ id: mark?.id ?? '', outcome: 'adapted', word: 'New dates' }),
    ).toMatchObject({ cleared: { outcome: 'adapted', word: 'New dates', by: { name: 'Mert' } } })
    await expectRefusal(
      strategy(manager).cascade.clearReview({ id: mark?.id ?? '', outcome: 'holds' }),
      'review.cleared',
    )
    expect((await strategy().plans.show({ id: plan.id })).reviews).toBe(0)
    expect((await strategy().plans.task({ id: task.id })).reviews).toBe(1)
  })
})

describe('the ripple of a changed direction', () => {
  it('puts every objective up for review and tells its owner once', async () => {
    const { id: aim } = await strategy().createObjective({ ...objective, title: 'Serve better', ownerId: manager.id })
    const gone = await strategy().createObjective({ ...objective, title: 'Given up' })
    await strategy(ada, gone.version).removeObjective({ id: gone.id })
    const told = async () => (await noticesOf(manager)).filter(({ kind }) => kind === 'review.direction')
    const { version } = await strategy().direction()
    const first = await strategy(ada, version).setDirection({ vision: 'Coffee for all', mission: '' })
    await strategy(ada, first.version).setDirection({ vision: 'Coffee for all', mission: '' })
    expect((await told()).map(({ params }) => params)).toEqual([{ by: ada.name, count: 1 }])

    await strategy(ada, first.version).setDirection({ vision: 'Good coffee for all', mission: 'Every morning' })
    const { items } = await strategy().cascade.reviews({ causeId: ada.organisationId, open: 'true' })
    expect(new Set(items.map(({ subject }) => subject.type))).toEqual(new Set(['objective']))
    expect(items.map(({ subject }) => subject.id)).not.toContain(gone.id)
    const mark = items.find(({ subject }) => subject.id === aim)
    expect(mark).toMatchObject({
      cause: { type: 'direction', title: '' },
      before: { vision: '', mission: '' },
      after: { vision: 'Good coffee for all', mission: 'Every morning' },
    })
    const { objectives } = await strategy().cascade.show({ search: 'Serve better' })
    expect(objectives.map(({ reviews }) => reviews)).toEqual([1])
    const cleared = await strategy(manager).cascade.clearReview({ id: mark?.id ?? '', outcome: 'holds' })
    expect(cleared.cleared).toMatchObject({ outcome: 'holds', by: { name: 'Mert' } })
  })
})

describe('the cascade', () => {
  it('shares the hours of a task among the objectives it serves, and shows what serves nothing', async () => {
    const alone = await rooms.addOrganisation()
    const ask = strategy(alone)
    const one = await ask.createObjective(objective)
    const two = await ask.createObjective({ ...objective, title: 'Be recommended', perspective: 'customer' })
    const bare = await ask.createObjective({ ...objective, title: 'Nobody serves me' })
    const goal = await ask.createGoal({
      title: 'Both',
      kpi: 'clicks',
      target: 10,
      dueOn: '2027-06-30',
      objectiveIds: [one.id, two.id],
    })
    const lost = await ask.createGoal({ title: 'Lost', kpi: 'clicks', target: 10, dueOn: '2027-06-30' })
    const plan = await ask.plans.create({ level: 'tactical', title: 'Plan', ...days, goalIds: [goal.id] })
    const below = await ask.plans.create({ level: 'action', title: 'Steps', ...days, parentId: plan.id })
    const idle = await ask.plans.create({ level: 'action', title: 'Idle', ...days })
    await ask.plans.createTask({ planId: below.id, title: 'a', hoursPlanned: 5, dueOn: '2026-11-30' })
    const loose = await ask.plans.createTask({ title: 'b', hoursPlanned: 2, hoursActual: 1 })
    await ask.plans.createTask({ planId: below.id, title: 'next year', hoursPlanned: 50, dueOn: '2027-01-05' })

    const seen = await ask.cascade.show({})
    expect(seen).toMatchObject({
      from: '2026-01-01',
      to: '2026-12-31',
      total: { hoursPlanned: '7', hoursActual: '1', posts: '0', value: '0' },
      orphans: { objective: 1, goal: 1, plan: 1, task: 1, campaign: 0, post: 0 },
      counts: { objectives: 3, goals: 2, plans: 3, tasks: 3 },
    })
    const effort = Object.fromEntries(seen.objectives.map((row) => [row.id, row.effort.hoursPlanned]))
    expect(effort).toEqual({ [one.id]: '2.5', [two.id]: '2.5', [bare.id]: '0' })
    const flow = seen.flows.hoursPlanned
    expect(flow.nodes.find((node) => node.type === 'none' && node.column === 'objective')?.amount).toBe('2')
    expect(flow.links.find(({ to }) => to === `objective:${one.id}`)).toMatchObject({ from: `source:${below.id}` })

    const orphans = async (kind: 'objective' | 'goal' | 'plan' | 'task') =>
      (await ask.cascade.orphans({ kind })).items.map(({ id }) => id)
    expect(await orphans('objective')).toEqual([bare.id])
    expect(await orphans('goal')).toEqual([lost.id])
    expect(await orphans('plan')).toEqual([idle.id])
    expect(await orphans('task')).toEqual([loose.id])
    const branch = await ask.cascade.branches({ type: 'goal', id: goal.id })
    expect(branch.items).toMatchObject([{ type: 'plan', id: plan.id, below: 1 }])
    expect((await ask.cascade.branches({ type: 'plan', id: plan.id })).items).toMatchObject([
      { type: 'plan', id: below.id, below: 2, state: 'draft' },
    ])
    // What was measured is remembered only as long as nothing happens.
    expect(await ask.cascade.show({})).toEqual(seen)
    await ask.plans.changeTask({ id: loose.id, hoursPlanned: '3' })
    expect((await ask.cascade.show({})).total.hoursPlanned).toBe('8')
  })
})
