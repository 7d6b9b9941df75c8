import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { systemClock } from '#server/kernel/clock.ts'
import { guardedOutbound } from '#server/kernel/outbound/guarded.ts'
import { startBluesky, type BlueskyServer } from '#test/servers/bluesky.ts'
import { startBlueskyAppView, type BlueskyAppView } from '#test/servers/bluesky-app-view.ts'
import { blueskyWorld, isPosting, picture, type BlueskyWorld } from '#test/servers/bluesky-world.ts'
import { startWebPage, type WebPage } from '#test/servers/web-page.ts'
import { conformance } from '../conformance.ts'
import { jobOf, memoryProgress, messageOf, settle } from '../conformance-world.ts'
import type { Job, Part } from '../port.ts'
import { blueskyPlatform } from './index.ts'

let appView: BlueskyAppView
let server: BlueskyServer
let page: WebPage

beforeAll(async () => {
  appView = await startBlueskyAppView()
  page = await startWebPage('<title>First &amp; only</title><meta name="description" content="Bir sayfa">')
  server = await startBluesky({ appViewUrl: appView.url })
})

afterAll(async () => {
  await server.close()
  await appView.close()
  await page.close()
})

conformance('Bluesky', () => blueskyWorld(server, appView))

describe('a real Bluesky server', () => {
  let world: BlueskyWorld
  beforeEach(async () => {
    world = await blueskyWorld(server, appView)
  })
  afterEach(() => world.close())

  const publish = (job: Job) => world.platform.publisher.publish(job)
  const text = (...texts: [string, ...string[]]): Job => jobOf(world, messageOf(partsOf(texts), { language: 'tr' }))
  const asked = (name: string) => world.network.requests.filter((request) => request.url.includes(name)).length
  const matching = (name: string) => (request: { url: string }) => request.url.includes(name)

  it('marks links, hashtags and mentions at the right bytes of a Turkish text with emoji', async () => {
    const { handle, did } = world.member
    const said = `Günaydın İstanbul 👩‍👩‍👧‍👦 @${handle}'a sor: ${page.url}/ç?a=1. #çığ #2026 @nobody.test 🇹🇷 #Ağaç!`
    const outcome = await publish(text(said))
    expect(outcome).toMatchObject({ kind: 'published' })
    const [record] = await world.records()
    expect(record?.value).toMatchObject({ text: said, langs: ['tr'] })
    if (outcome.kind === 'published') {
      expect(outcome.remoteId).toBe(record?.uri)
      expect(outcome.url).toBe(`https://bsky.app/profile/${handle}/post/${record?.uri.split('/').at(-1)}`)
    }
    const bytes = Buffer.from(said)
    const marked = record?.value.facets?.map(({ index, features }) => {
      const { $type, ...meaning } = features[0] ?? {}
      return [
        bytes.subarray(index.byteStart, index.byteEnd).toString(),
        $type?.split('#')[1],
        ...Object.values(meaning),
      ]
    })
    expect(marked).toEqual([
      [`@${handle}`, 'mention', did],
      [`${page.url}/ç?a=1`, 'link', `${page.url}/ç?a=1`],
      ['#çığ', 'tag', 'çığ'],
      ['#Ağaç', 'tag', 'Ağaç'],
    ])
  })

  it('shows a card with what the linked page says of itself, visiting as a bot', async () => {
    await publish(text(`Read ${page.url}/news`))
    const [record] = await world.records()
    expect(record?.value.embed?.external).toEqual({
      uri: `${page.url}/news`,
      title: 'First & only',
      description: 'Bir sayfa',
    })
    expect(page.visits.at(-1)?.userAgent).toMatch(/bot/)
  })

  it('shows a card with the host where the page cannot be read', async () => {
    world.network.refuseNextConnection(matching(page.url))
    await publish(text(`Read ${page.url}/news`))
    const [record] = await world.records()
    expect(record?.value.embed?.external).toMatchObject({ title: 'localhost', description: '' })
  })

  it('uploads pictures upright and without their metadata', async () => {
    const pictures = [await picture('Bir'), await picture('İki')]
    const original = Buffer.from((await pictures[0]?.bytes()) ?? [])
    expect(original.includes('Ayse Yilmaz')).toBe(true)
    expect(await publish(jobOf(world, messageOf([{ text: 'İki resim', pictures }])))).toMatchObject({
      kind: 'published',
    })
    const images = (await world.records())[0]?.value.embed?.images ?? []
    expect(images.map(({ alt, aspectRatio }) => [alt, aspectRatio.width, aspectRatio.height])).toEqual([
      ['Bir', 40, 60],
      ['İki', 40, 60],
    ])
    for (const { image } of images) {
      const bytes = await world.blob(image.ref.$link)
      const metadata = await sharp(bytes).metadata()
      expect(metadata).toMatchObject({ width: 40, height: 60, format: 'jpeg' })
      expect(metadata.exif).toBeUndefined()
      expect(Buffer.from(bytes).includes('Ayse Yilmaz')).toBe(false)
    }
  })

  it('refuses a broken picture before any part of a thread is out', async () => {
    const broken = { ...(await picture('Broken')), bytes: async () => new Uint8Array([1, 2, 3]) }
    const parts: [Part, Part] = [
      { text: 'One', pictures: [] },
      { text: 'Two', pictures: [broken] },
    ]
    const outcome = await publish(jobOf(world, messageOf(parts)))
    expect(outcome).toMatchObject({ kind: 'refused', reason: { code: 'media-rejected' } })
    expect(await world.records()).toEqual([])
  })

  it('repeats the same record to the byte although the linked page has changed since', async () => {
    const job = text(`Read ${page.url}/changing`)
    page.setHtml('<title>Before</title>')
    world.network.loseNextAnswer(isPosting)
    expect(await publish(job)).toMatchObject({ kind: 'unknown', reason: { code: 'answer-lost' } })
    const [before] = await world.records()
    page.setHtml('<title>After</title>')
    expect(await publish(job)).toMatchObject({ kind: 'published', remoteId: before?.uri })
    expect(await world.records()).toEqual([before])
  })

  it('never overwrites a post when everything remembered of an attempt is lost', async () => {
    const job = text('Only once')
    await publish(job)
    const before = await world.records()
    const forgetful = { ...job, account: world.account(), startedAt: new Date(0), progress: memoryProgress() }
    expect(await publish(forgetful)).toMatchObject({ kind: 'published', remoteId: before[0]?.uri })
    expect(await world.records()).toEqual(before)
  })

  it('gives every part of a thread the first as its root and a later time', async () => {
    await publish(text('Bir', 'İki', 'Üç'))
    const records = (await world.records()).sort((left, right) => (left.uri < right.uri ? -1 : 1))
    expect(records.map(({ value }) => value.text)).toEqual(['Bir', 'İki', 'Üç'])
    expect(records.map(({ value }) => value.reply?.root.uri)).toEqual([undefined, records[0]?.uri, records[0]?.uri])
    const times = records.map(({ value }) => value.createdAt)
    expect(times).toEqual([...new Set(times)].sort())
  })

  it('looks a half-written thread up as absent, and removes all of it after it was looked up as found', async () => {
    const job = text('Bir', 'İki', 'Üç')
    world.network.refuseNextConnection(isPosting, 2)
    expect(await publish(job)).toMatchObject({ kind: 'not-sent' })
    expect(await world.platform.publisher.lookUp(job)).toEqual({ kind: 'absent' })
    world.network.loseNextAnswer(isPosting)
    expect(await publish(job)).toMatchObject({ kind: 'unknown' })
    const found = await world.platform.publisher.lookUp(job)
    if (found.kind !== 'found') throw new Error(`Looked up as ${found.kind}`)
    await world.platform.publisher.remove(world.account(), found, job.progress)
    expect(await world.records()).toEqual([])
  })

  it('asks again later when the server cannot be asked', async () => {
    world.network.refuseNextConnection(matching('getRecord'))
    expect(await world.platform.publisher.lookUp(text('Bir'))).toMatchObject({
      kind: 'not-now',
      reason: { code: 'unreachable' },
    })
  })

  it('takes back the first part when the second is refused for good', async () => {
    const words = 'Invalid app.bsky.feed.post record: grapheme too big (maximum 300, got 301) at $.record.text'
    world.network.answerNext(isPosting, { status: 400, body: { error: 'InvalidRequest', message: words } }, 1)
    expect(await publish(text('Bir', 'İki'))).toEqual({ kind: 'refused', reason: { code: 'text-too-long', words } })
    expect(await world.records()).toEqual([])
  })

  it('passes on why the server itself refuses a record', async () => {
    const job = jobOf(world, messageOf([{ text: 'Hello', pictures: [] }], { language: 'not_a_language' }))
    const outcome = await publish(job)
    expect(outcome).toMatchObject({ kind: 'refused', reason: { code: 'content-rejected' } })
    if (outcome.kind === 'refused') expect(outcome.reason.words).toMatch(/language/i)
  })

  it('uploads a picture again when the server has dropped it meanwhile', async () => {
    const job = jobOf(world, messageOf([{ text: 'Late', pictures: [await picture('Late')] }]))
    world.network.answerNext(isPosting, {
      status: 400,
      body: { error: 'BlobNotFound', message: 'Could not find blob' },
    })
    expect(await publish(job)).toMatchObject({ kind: 'not-sent' })
    await settle(world, job)
    expect(asked('uploadBlob')).toBe(2)
    expect(await world.records()).toHaveLength(1)
  })

  it('uploads a picture once when only the post has to be repeated', async () => {
    const job = jobOf(world, messageOf([{ text: 'Again', pictures: [await picture('Again')] }]))
    world.network.refuseNextConnection(isPosting)
    await settle(world, job)
    expect(asked('uploadBlob')).toBe(1)
  })

  it('waits instead of posting a plain mention when handles cannot be resolved now', async () => {
    const job = text(`Merhaba @${world.member.handle}`)
    world.network.answerNext(matching('resolveHandle'), { status: 502, body: '<html>Bad gateway</html>' })
    expect(await publish(job)).toMatchObject({ kind: 'not-sent' })
    await settle(world, job)
    expect((await world.records())[0]?.value.facets).toHaveLength(1)
  })

  it('signs in once and keeps the session for later posts', async () => {
    await publish(text('Bir'))
    await publish(text('İki'))
    expect(asked('createSession')).toBe(1)
    expect(asked('refreshSession')).toBe(0)
  })

  it('refreshes an access token that ran out, once for all posts at the same time', async () => {
    await world.expire()
    const old = world.account().credentials
    const outcomes = await Promise.all(['Bir', 'İki', 'Üç'].map((one) => publish(text(one))))
    expect(outcomes.map(({ kind }) => kind)).toEqual(['published', 'published', 'published'])
    expect(asked('refreshSession')).toBe(1)
    expect(asked('createSession')).toBe(1)
    expect(world.account().credentials['refreshJwt']).not.toBe(old['refreshJwt'])
    await publish(text('Dört'))
    expect(asked('refreshSession')).toBe(1)
  })

  it('signs in anew when the refresh token is refused too', async () => {
    await world.expire()
    await world.account().saveCredentials({ ...world.account().credentials, refreshJwt: 'gone' })
    expect(await publish(text('Bir'))).toMatchObject({ kind: 'published' })
    expect(asked('createSession')).toBe(2)
  })

  it('sends nothing and stays sure of it when the sign-in cannot be renewed now', async () => {
    await world.expire()
    world.network.answerNext(matching('refreshSession'), { status: 503 })
    expect(await publish(text('Bir'))).toMatchObject({ kind: 'not-sent', reason: { code: 'server-error' } })
    expect(await world.records()).toEqual([])
  })

  it('asks to be reconnected when a moderator took the account down', async () => {
    await server.takeDown(world.member)
    expect(await publish(text('Bir'))).toMatchObject({ kind: 'reconnect', reason: { code: 'account-suspended' } })
  })

  it('finds the home of an account that signs in elsewhere, and its name', async () => {
    const json = {
      repo: world.member.did,
      collection: 'app.bsky.actor.profile',
      rkey: 'self',
      record: { displayName: 'Ayşe' },
    }
    const authorization = `Bearer ${world.account().credentials['accessJwt']}`
    await fetch(`${server.url}/xrpc/com.atproto.repo.putRecord`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(json),
    })
    const service = server.url.replace('localhost', '127.0.0.1')
    const connected = await world.platform.connect('o', 'c', { ...world.settings, service: `${service}/` })
    if (connected.kind !== 'connected') throw new Error('Not connected')
    expect(connected.connection.settings).toMatchObject({ service, pds: server.url, did: world.member.did })
    expect(connected.connection).toMatchObject({ handle: world.member.handle, displayName: 'Ayşe' })
  })

  it('says at which field connecting failed', async () => {
    const connect = (settings: object) => world.platform.connect('o', 'c', { ...world.settings, ...settings })
    const refused = (field: string, code: string) => ({ kind: 'refused', field, reason: { code } })
    expect(await connect({ service: page.url })).toMatchObject(refused('service', 'not-this-platform'))
    expect(await connect({ service: 'http://localhost:1' })).toMatchObject(refused('service', 'unreachable'))
    expect(await connect({ service: 'not an address' })).toMatchObject(refused('service', 'not-this-platform'))
    expect(await connect({ appPassword: 'wrong' })).toMatchObject(refused('appPassword', 'wrong-credentials'))
    const outbound = guardedOutbound({ allowPrivate: false })
    const guarded = blueskyPlatform({ outbound, clock: systemClock })
    expect(await guarded.connect('o', 'c', world.settings)).toMatchObject(refused('service', 'address-not-allowed'))
    await outbound.close()
  })

  it('asks for the counts of at most 25 posts at a time and leaves out what is gone', async () => {
    const uris = Array.from({ length: 30 }, (_, place) => `at://${world.member.did}/app.bsky.feed.post/${place}`)
    for (const uri of uris.slice(1)) appView.setCounts(uri, { likeCount: 7 })
    const before = appView.questions.length
    const measured = await world.platform.meter?.measure(world.account(), uris)
    expect(appView.questions.slice(before)).toEqual([25, 5])
    expect(measured).toEqual({
      kind: 'measured',
      measures: uris.slice(1).map((remoteId) => ({ remoteId, metric: 'likes', value: 7 })),
    })
  })
})

function partsOf([first, ...rest]: readonly [string, ...string[]]): [Part, ...Part[]] {
  return [{ text: first, pictures: [] }, ...rest.map((text) => ({ text, pictures: [] }))]
}
