import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { Refusal } from '#contract/refusal.ts'
import { listLinks } from '../links/list-links.ts'
import { addOrganisation, openTestWorld, type TestOrganisation, type TestWorld } from '../test-organisation.ts'
import { showTrace } from '../traces/show-trace.ts'
import { listConversions } from './list-conversions.ts'
import { recordConversion } from './record-conversion.ts'

let world: TestWorld
let shop: TestOrganisation
let post: string

beforeAll(async () => {
  world = await openTestWorld('2026-11-22T10:00:00Z')
})
afterAll(() => world.close())
beforeEach(async () => {
  shop = await addOrganisation(world)
  post = await shop.addPost({ channelId: await shop.addChannel('Bluesky'), publishedAt: '2026-10-01T08:00:00Z' })
})

type Input = Partial<Parameters<typeof recordConversion>[2]>
const convert = (input: Input = {}) =>
  recordConversion(world.kernel, shop.actor, { name: 'order', value: '12.5', currency: 'EUR', ...input })
const refused = async (input: Input) => {
  const refusal = await convert(input).then(
    () => null,
    (error: unknown) => error,
  )
  return refusal instanceof Refusal ? [refusal.code, refusal.fields[0]?.path] : refusal
}
/** A click at an instant; of the same visitor when one is named. */
async function click(at: string, { visitor = at, robot = false, link = '' } = {}) {
  const id = world.kernel.clock.newId()
  const linkId = link === '' ? (await shop.addClicks(post, '2020-01-01T00:00:00Z', 1)).link : link
  await shop.inside((db) =>
    db
      .insertInto('measurement_clicks')
      .values({ organisation_id: shop.id, id, link_id: linkId, post_id: post, at, visitor, robot })
      .execute(),
  )
  return { id, linkId }
}

it('credits a conversion to the click that it names', async () => {
  const { id, linkId } = await click('2026-11-21T09:00:00Z')
  const conversion = await convert({ clickId: id, reference: '4711' })
  expect(conversion).toMatchObject({
    name: 'order',
    value: { amount: '12.5', currency: 'EUR' },
    occurredAt: '2026-11-22T10:00:00.000Z',
    reference: '4711',
    credited: { clickId: id, linkId, postId: post, clickedAt: '2026-11-21T09:00:00.000Z' },
  })
  expect(await listConversions(world.kernel, shop.actor, { limit: 10 })).toEqual({
    items: [conversion],
    nextCursor: null,
  })
})

it('credits the last click of the same visitor that is not later than the conversion', async () => {
  const first = await click('2026-11-22T08:00:00Z', { visitor: 'anna' })
  const second = await click('2026-11-22T09:00:00Z', { visitor: 'anna' })
  await click('2026-11-22T09:20:00Z', { visitor: 'anna' })
  await click('2026-11-22T09:25:00Z', { visitor: 'ben' })
  await click('2026-11-22T09:10:00Z', { visitor: 'anna', robot: true })
  const { credited } = await convert({ clickId: first.id, occurredAt: '2026-11-22T09:15:00+00:00' })
  expect(credited?.clickId).toBe(second.id)
})

it.each([
  ['2026-10-23T10:00:00Z', true],
  ['2026-10-23T09:59:59Z', false],
])('of a click at %s, thirty days before or longer, credit is %s', async (at, credit) => {
  const { id } = await click(at)
  expect((await convert({ clickId: id })).credited !== null).toBe(credit)
})

it('credits the last click by a person on the link that is named, by address or code', async () => {
  const last = await click('2026-11-22T09:00:00Z')
  await click('2026-11-22T08:00:00Z', { link: last.linkId })
  await click('2026-11-22T09:30:00Z', { link: last.linkId, robot: true })
  await shop.inside((db) =>
    db.updateTable('measurement_links').set({ code: 'aB3xYz9' }).where('id', '=', last.linkId).execute(),
  )
  expect((await convert({ link: 'aB3xYz9' })).credited?.clickId).toBe(last.id)
  expect((await convert({ link: 'https://social.example.org/l/aB3xYz9' })).credited?.clickId).toBe(last.id)
  const other = await addOrganisation(world)
  await expect(
    recordConversion(world.kernel, other.actor, { name: 'order', value: '1', currency: 'EUR', link: 'aB3xYz9' }),
  ).rejects.toThrow('reference.unknown')
  await shop.inside((db) =>
    db.updateTable('measurement_links').set({ code: last.linkId }).where('id', '=', last.linkId).execute(),
  )
})

it('stores a conversion that names nothing without credit', async () => {
  expect((await convert()).credited).toBeNull()
  const trace = await showTrace(world.kernel, shop.actor, { type: 'post', id: post })
  expect(trace.result).toMatchObject({ conversions: 0, value: [] })
})

it('refuses what it cannot believe', async () => {
  expect(await refused({ clickId: world.kernel.clock.newId() })).toEqual(['reference.unknown', 'clickId'])
  expect(await refused({ link: 'zzzzzzz' })).toEqual(['reference.unknown', 'link'])
  expect(await refused({ link: 'https://elsewhere.example/l/zzzzzzz' })).toEqual(['reference.unknown', 'link'])
  expect(await refused({ occurredAt: '2026-11-22T10:05:00Z' })).toEqual(['time.too-far', 'occurredAt'])
})

it('records an order once, also when it is told twice at the same time', async () => {
  const outcomes = await Promise.all([refused({ reference: 'A-1' }), refused({ reference: 'A-1' })])
  expect(outcomes.filter(Array.isArray)).toEqual([['record.exists', 'reference']])
  expect((await listConversions(world.kernel, shop.actor, { limit: 10 })).items).toHaveLength(1)
  const other = await addOrganisation(world)
  await recordConversion(world.kernel, other.actor, { name: 'order', value: '1', currency: 'EUR', reference: 'A-1' })
})

it('lets a refund lower the value and not count, and never mixes currencies', async () => {
  const { id, linkId } = await click('2026-11-22T09:00:00Z')
  for (const [value, currency] of [
    ['0.1', 'EUR'],
    ['0.2', 'EUR'],
    ['-0.05', 'EUR'],
    ['1000', 'TRY'],
    ['0', 'TRY'],
  ] as const)
    await convert({ clickId: id, value, currency })
  const { result } = await showTrace(world.kernel, shop.actor, { type: 'post', id: post })
  expect(result).toEqual({
    posts: 1,
    clicks: 2,
    conversions: 4,
    value: [
      { amount: '0.25', currency: 'EUR' },
      { amount: '1000', currency: 'TRY' },
    ],
  })
  const { items } = await listLinks(world.kernel, shop.actor, { limit: 10 })
  expect(items.find((link) => link.id === linkId)).toMatchObject({ clicks: 2, conversions: 4 })
})

it('tells the stream of events, and nothing about what was refused', async () => {
  const { id } = await click('2026-11-22T09:00:00Z')
  const conversion = await convert({ clickId: id })
  await refused({ link: 'zzzzzzz' })
  const events = await shop.inside((db) => db.selectFrom('events').selectAll().execute())
  expect(events).toHaveLength(1)
  expect(events[0]).toMatchObject({
    verb: 'conversion.recorded',
    subject_type: 'conversion',
    subject_id: conversion.id,
    subject_title: 'order',
    actor_kind: 'api-key',
    after: { value: '12.5', currency: 'EUR', reference: null, occurredAt: '2026-11-22T10:00:00.000Z', postId: post },
  })
})
