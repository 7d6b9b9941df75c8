import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#server/kernel/actor.ts'
import { expectRefusal, NOBODY } from '#server/features/strategy/test-organisation.ts'
import { CHANNELS, openContent, pictureFile } from '../test-content.ts'

let world: Awaited<ReturnType<typeof openContent>>
let ada: Actor
let mediaId: string
const [network, newsroom] = CHANNELS.map((channel) => channel.id) as [string, string]
const content = (ifMatch: number | null = null) => world.content(ada, ifMatch)
const newPiece = () =>
  content().createPiece({ title: 'From tree to cup', body: 'We pick by hand. '.repeat(10), mediaIds: [mediaId] })
beforeAll(async () => {
  world = await openContent()
  ada = await world.rooms.addOrganisation()
  mediaId = (await content().addMedia({ file: await pictureFile() })).id
})
afterAll(() => world.rooms.close())

describe('forms of a piece', () => {
  it('are proposed for each channel, and nothing is saved', async () => {
    const { id, body } = await newPiece()
    const proposed = await content().atomise({ id, channelIds: [network, newsroom, network] })
    expect(proposed.items).toMatchObject([
      { channelId: network, form: 'thread', title: null, parts: [{ mediaIds: [mediaId] }, { mediaIds: [] }] },
      { channelId: newsroom, form: 'article', title: 'From tree to cup', parts: [{ text: body, mediaIds: [mediaId] }] },
    ])
    expect(await content().atomise({ id, channelIds: [network, newsroom] })).toEqual(proposed)
    expect(await content().variants({ id })).toEqual({ items: [] })
    await expectRefusal(content().atomise({ id, channelIds: [NOBODY] }), 'reference.unknown', 'channelIds')
  })

  it('can be set as they were proposed, and follow the piece no more', async () => {
    const { id } = await newPiece()
    const {
      items: [proposal],
    } = await content().atomise({ id, channelIds: [network] })
    if (proposal === undefined) return expect.fail('nothing was proposed')
    const variant = await content().setVariant({ ...proposal, id })
    expect(variant).toMatchObject({ ...proposal, pieceId: id, followsPiece: false, version: 1 })
    expect(await content().variants({ id })).toEqual({ items: [variant] })
    expect(await content().piece({ id })).toMatchObject({ variants: 1 })
  })

  it('are replaced whole, by those who read the latest version', async () => {
    const { id } = await newPiece()
    const place = { id, channelId: network }
    await expectRefusal(content(1).setVariant({ ...place, parts: [{ text: 'one' }] }), 'record.changed')
    await content().setVariant({ ...place, parts: [{ text: 'one' }], contentWarning: 'Caffeine' })
    expect(await content(1).setVariant({ ...place, parts: [{ text: 'two', mediaIds: [mediaId] }] })).toMatchObject({
      parts: [{ text: 'two' }],
      contentWarning: null,
      version: 2,
    })
    await expectRefusal(content(1).setVariant({ ...place, parts: [{ text: 'three' }] }), 'record.changed')
    expect(await content(2).setVariant({ ...place, parts: [{ text: 'two', mediaIds: [mediaId] }] })).toMatchObject({
      version: 2,
    })
    expect((await world.rooms.eventsOf(ada, id)).slice(1)).toMatchObject([
      {
        verb: 'piece.variant-set',
        before: null,
        after: { channelId: network, parts: [{ text: 'one' }], contentWarning: 'Caffeine' },
      },
      {
        verb: 'piece.variant-set',
        before: { parts: [{ text: 'one' }], contentWarning: 'Caffeine' },
        after: { channelId: network, parts: [{ text: 'two' }], contentWarning: null },
      },
    ])
  })

  it('name no channel and no picture that are not there', async () => {
    const { id } = await newPiece()
    await expectRefusal(
      content().setVariant({ id, channelId: NOBODY, parts: [{ text: 'x' }] }),
      'reference.unknown',
      'channelId',
    )
    await expectRefusal(
      content().setVariant({ id, channelId: network, parts: [{ text: 'x', mediaIds: [NOBODY] }] }),
      'reference.unknown',
      'parts',
    )
    await expectRefusal(
      content().setVariant({ id: NOBODY, channelId: network, parts: [{ text: 'x' }] }),
      'record.not-found',
    )
  })

  it('are removed, after which the channel follows the piece again', async () => {
    const { id } = await newPiece()
    await content().setVariant({ id, channelId: network, parts: [{ text: 'x' }] })
    await content().setVariant({ id, channelId: newsroom, parts: [{ text: 'y' }] })
    await expectRefusal(content(2).removeVariant({ id, channelId: network }), 'record.changed')
    await content(1).removeVariant({ id, channelId: network })
    expect((await content().variants({ id })).items.map((item) => item.channelId)).toEqual([newsroom])
    await expectRefusal(content().removeVariant({ id, channelId: network }), 'record.not-found')
    expect((await world.rooms.eventsOf(ada, id)).at(-1)).toMatchObject({
      verb: 'piece.variant-removed',
      before: { channelId: network, parts: [{ text: 'x' }] },
      after: null,
    })
  })

  it('are set once by two who begin at the same moment', async () => {
    const { id } = await newPiece()
    const place = { id, channelId: network }
    await Promise.all(['one', 'two'].map((text) => content().setVariant({ ...place, parts: [{ text }] })))
    expect((await content().variants({ id })).items).toMatchObject([{ version: 2 }])
  })
})
