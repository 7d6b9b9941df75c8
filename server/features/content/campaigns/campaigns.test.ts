import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#server/kernel/actor.ts'
import { expectRefusal, NOBODY } from '#server/features/strategy/test-organisation.ts'
import { openContent } from '../test-content.ts'

let world: Awaited<ReturnType<typeof openContent>>
let ada: Actor
let stranger: Actor
let goalId: string
const fields = { title: 'First harvest', startsOn: '2026-11-01', endsOn: '2027-03-31' }
const content = (ifMatch: number | null = null) => world.content(ada, ifMatch)
beforeAll(async () => {
  world = await openContent()
  ada = await world.rooms.addOrganisation()
  stranger = await world.rooms.addOrganisation()
  goalId = (
    await world.strategy(ada).createGoal({ title: 'Orders', kpi: 'conversions', target: 9, dueOn: '2027-06-30' })
  ).id
})
afterAll(() => world.rooms.close())

describe('a campaign', () => {
  it('is planned for goals, each once', async () => {
    const campaign = await content().createCampaign({ ...fields, goalIds: [goalId, goalId], ownerId: ada.id })
    expect(campaign).toMatchObject({
      ...fields,
      message: '',
      goals: [{ id: goalId, title: 'Orders' }],
      owner: { name: 'Ada Deniz' },
      pieces: 0,
      version: 1,
    })
    expect(await content().campaign({ id: campaign.id })).toEqual(campaign)
    expect((await content().campaigns({ goalId })).items).toEqual([campaign])
  })

  it('keeps its goal from being removed, until it is removed itself', async () => {
    const goal = await world
      .strategy(ada)
      .createGoal({ title: 'Clicks', kpi: 'clicks', target: 9, dueOn: '2027-06-30' })
    const { id } = await content().createCampaign({ ...fields, goalIds: [goal.id] })
    expect(await world.strategy(ada).goal({ id: goal.id })).toMatchObject({ campaigns: 1 })
    await expectRefusal(world.strategy(ada).removeGoal({ id: goal.id }), 'record.in-use')
    await content().removeCampaign({ id })
    await world.strategy(ada).removeGoal({ id: goal.id })
    await expectRefusal(content().createCampaign({ ...fields, goalIds: [goal.id] }), 'reference.unknown', 'goalIds')
    expect(await content().restoreCampaign({ id })).toMatchObject({ goals: [] })
  })

  it('ends not before it starts', async () => {
    await expectRefusal(content().createCampaign({ ...fields, endsOn: '2026-10-31' }), 'time.order', 'endsOn')
    const { id } = await content().createCampaign(fields)
    await expectRefusal(content().changeCampaign({ id, startsOn: '2027-04-01' }), 'time.order', 'endsOn')
  })

  it('names no goal and no owner that are not there', async () => {
    const { id } = await content().createCampaign(fields)
    await expectRefusal(
      content().createCampaign({ ...fields, goalIds: [goalId, NOBODY] }),
      'reference.unknown',
      'goalIds',
    )
    await expectRefusal(content().changeCampaign({ id, goalIds: [NOBODY] }), 'reference.unknown', 'goalIds')
    await expectRefusal(content().changeCampaign({ id, ownerId: stranger.id }), 'reference.unknown', 'ownerId')
    await expectRefusal(
      world.content(stranger).createCampaign({ ...fields, goalIds: [goalId] }),
      'reference.unknown',
      'goalIds',
    )
  })

  it('is changed by one of two who read the same version, and the stream says what changed', async () => {
    const { id, version } = await content().createCampaign({ ...fields, goalIds: [goalId] })
    await content(version).changeCampaign({ id, message: 'Fresh', goalIds: [] })
    await expectRefusal(content(version).changeCampaign({ id, message: 'Late' }), 'record.changed')
    expect(await content().changeCampaign({ id, message: 'Fresh' })).toMatchObject({ message: 'Fresh', version: 2 })
    expect((await world.rooms.eventsOf(ada, id)).slice(1)).toEqual([
      {
        verb: 'campaign.changed',
        before: { message: '', goalIds: [goalId] },
        after: { message: 'Fresh', goalIds: [] },
      },
    ])
  })

  it('with pieces or posts is not removed', async () => {
    const { id } = await content().createCampaign(fields)
    const piece = await content().createPiece({ title: 'From tree to cup', campaignId: id })
    expect(await content().campaign({ id })).toMatchObject({ pieces: 1 })
    await expectRefusal(content().removeCampaign({ id }), 'record.in-use')
    await content().removePiece({ id: piece.id })
    world.posts.set(id, 1)
    await expectRefusal(content().removeCampaign({ id }), 'record.in-use')
    world.posts.clear()
    await content().removeCampaign({ id })
    await expectRefusal(content().campaign({ id }), 'record.not-found')
    await expectRefusal(content().createPiece({ title: 'x', campaignId: id }), 'reference.unknown', 'campaignId')
    expect(await content().restorePiece({ id: piece.id })).toMatchObject({ campaign: null })
    expect(await content().restoreCampaign({ id })).toMatchObject({ ...fields, version: 3 })
    expect(await content().piece({ id: piece.id })).toMatchObject({ campaign: { id } })
    expect((await world.rooms.eventsOf(ada, id)).map((event) => event.verb)).toEqual([
      'campaign.created',
      'campaign.removed',
      'campaign.restored',
    ])
  })

  it('gets no piece while it is being removed', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await content().createCampaign(fields)
      const attempts = await Promise.allSettled([
        content().removeCampaign({ id }),
        content().createPiece({ title: 'x', campaignId: id }),
      ])
      expect(attempts.map((attempt) => attempt.status).sort()).toEqual(['fulfilled', 'rejected'])
    }
  })

  it('of another organisation is not there', async () => {
    const { id } = await content().createCampaign(fields)
    const theirs = world.content(stranger)
    await expectRefusal(theirs.campaign({ id }), 'record.not-found')
    await expectRefusal(theirs.changeCampaign({ id, title: 'x' }), 'record.not-found')
    await expectRefusal(theirs.removeCampaign({ id }), 'record.not-found')
    await expectRefusal(theirs.restoreCampaign({ id }), 'record.not-found')
    expect((await theirs.campaigns({})).items).toEqual([])
  })

  it('is listed newest first, page by page', async () => {
    const actor = await world.rooms.addOrganisation()
    for (const title of ['1', '2', '3']) await world.content(actor).createCampaign({ ...fields, title })
    const first = await world.content(actor).campaigns({ limit: 2 })
    const second = await world.content(actor).campaigns({ limit: 2, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items].map((item) => item.title)).toEqual(['3', '2', '1'])
    expect(second.nextCursor).toBeNull()
  })
})
