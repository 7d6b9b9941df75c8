import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#server/kernel/actor.ts'
import { expectRefusal, NOBODY } from '#server/features/strategy/test-organisation.ts'
import { findPiece } from '../index.ts'
import { openContent, pictureFile } from '../test-content.ts'

let world: Awaited<ReturnType<typeof openContent>>
let ada: Actor
let stranger: Actor
let pictures: string[]
const content = (ifMatch: number | null = null) => world.content(ada, ifMatch)
const picture = async () => (await content().addMedia({ file: await pictureFile() })).id
beforeAll(async () => {
  world = await openContent()
  ada = await world.rooms.addOrganisation()
  stranger = await world.rooms.addOrganisation()
  pictures = [await picture(), await picture(), await picture()]
})
afterAll(() => world.rooms.close())

describe('a piece', () => {
  it('is written by somebody, in the language of the organisation unless another is named', async () => {
    const piece = await content().createPiece({ title: 'Ağaçtan fincana', body: '# Hasat' })
    expect(piece).toMatchObject({
      title: 'Ağaçtan fincana',
      body: '# Hasat',
      language: 'tr',
      campaign: null,
      media: [],
      variants: 0,
      createdBy: { name: 'Ada Deniz' },
      version: 1,
    })
    expect(await content().piece({ id: piece.id })).toEqual(piece)
    expect(await content().createPiece({ title: 'x', language: 'en' })).toMatchObject({ language: 'en' })
  })

  it('keeps its pictures in order, each once', async () => {
    const [one = '', two = '', three = ''] = pictures
    const { id, media } = await content().createPiece({ title: 'x', mediaIds: [three, one, three] })
    expect(media.map((item) => item.id)).toEqual([three, one])
    const changed = await content().changePiece({ id, mediaIds: [two, three] })
    expect(changed).toMatchObject({ media: [{ id: two }, { id: three }], version: 2 })
    expect((await content().pieces({})).items.find((item) => item.id === id)?.media.map((item) => item.id)).toEqual([
      two,
      three,
    ])
    expect((await world.rooms.eventsOf(ada, id)).at(-1)).toEqual({
      verb: 'piece.changed',
      before: { mediaIds: [three, one] },
      after: { mediaIds: [two, three] },
    })
  })

  it('names no campaign and no picture that are not there', async () => {
    const { id } = await content().createPiece({ title: 'x' })
    await expectRefusal(content().createPiece({ title: 'x', campaignId: NOBODY }), 'reference.unknown', 'campaignId')
    await expectRefusal(content().changePiece({ id, campaignId: NOBODY }), 'reference.unknown', 'campaignId')
    await expectRefusal(content().changePiece({ id, mediaIds: [NOBODY] }), 'reference.unknown', 'mediaIds')
    await expectRefusal(
      world.content(stranger).createPiece({ title: 'x', mediaIds: pictures }),
      'reference.unknown',
      'mediaIds',
    )
  })

  it('is not overwritten by somebody who read an older version', async () => {
    const { id, version } = await content().createPiece({ title: 'x', body: 'one' })
    world.rooms.setNow('2026-11-22T11:00:00Z')
    expect(await content(version).changePiece({ id, body: 'two' })).toMatchObject({
      body: 'two',
      changedAt: '2026-11-22T11:00:00.000Z',
      version: 2,
    })
    await expectRefusal(content(version).changePiece({ id, body: 'three' }), 'record.changed')
    expect(await content(2).changePiece({ id, body: 'two' })).toMatchObject({ version: 2 })
  })

  it('joins a campaign, is listed there and leaves it', async () => {
    const campaign = await content().createCampaign({ title: 'Harvest', startsOn: '2026-11-01', endsOn: '2026-12-01' })
    const { id } = await content().createPiece({ title: 'x', campaignId: campaign.id })
    expect((await content().pieces({ campaignId: campaign.id })).items).toMatchObject([
      { id, campaign: { title: 'Harvest' } },
    ])
    const seen = await world.rooms.kernel.database.inOrganisation(ada.organisationId, (db) =>
      findPiece(db, ada.organisationId, id),
    )
    expect(seen).toEqual({ id, title: 'x', campaignId: campaign.id })
    expect(await content().changePiece({ id, campaignId: null })).toMatchObject({ campaign: null })
  })

  it('is removed unless there are posts of it, and brought back with its forms', async () => {
    const { id } = await content().createPiece({ title: 'x', body: 'y' })
    world.posts.set(id, 1)
    await expectRefusal(content().removePiece({ id }), 'record.in-use')
    world.posts.clear()
    await content().removePiece({ id })
    await expectRefusal(content().piece({ id }), 'record.not-found')
    await expectRefusal(content().variants({ id }), 'record.not-found')
    expect((await content().pieces({})).items.map((item) => item.id)).not.toContain(id)
    expect(
      await world.rooms.kernel.database.inOrganisation(ada.organisationId, (db) =>
        findPiece(db, ada.organisationId, id),
      ),
    ).toBeNull()
    expect(await content().restorePiece({ id })).toMatchObject({ body: 'y', version: 3 })
    expect((await world.rooms.eventsOf(ada, id)).map((event) => event.verb)).toEqual([
      'piece.created',
      'piece.removed',
      'piece.restored',
    ])
  })

  it('of another organisation is not there', async () => {
    const { id } = await content().createPiece({ title: 'x' })
    const theirs = world.content(stranger)
    await expectRefusal(theirs.piece({ id }), 'record.not-found')
    await expectRefusal(theirs.changePiece({ id, title: 'y' }), 'record.not-found')
    await expectRefusal(theirs.removePiece({ id }), 'record.not-found')
    await expectRefusal(theirs.restorePiece({ id }), 'record.not-found')
    await expectRefusal(theirs.atomise({ id, channelIds: [NOBODY] }), 'record.not-found')
    expect((await theirs.pieces({})).items).toEqual([])
  })
})
