import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  newsroomJob,
  newsroomPicture,
  PUBLIC_URL,
  startNewsrooms,
  type NewsroomServer,
  type TestOrganisation,
} from '#test/servers/newsroom-world.ts'
import { messageOf } from '../conformance-world.ts'
import type { Job, Message } from '../port.ts'

let server: NewsroomServer
let organisation: TestOrganisation
beforeAll(async () => {
  server = await startNewsrooms()
})
afterAll(() => server.close())
beforeEach(async () => {
  organisation = await server.addOrganisation()
})

const job = (title: string | null, told: Partial<Message> = {}): Job =>
  newsroomJob(server.platform, organisation, messageOf([{ text: 'Text', pictures: [] }], { title, ...told }))
const publish = (one: Job) => server.platform.publisher.publish(one)
const published = async (one: Job) => {
  const outcome = await publish(one)
  if (outcome.kind !== 'published') throw new Error(`Ended as ${JSON.stringify(outcome)}`)
  return outcome
}

describe('an article', () => {
  it('has one address, however often and however simultaneously it is published', async () => {
    const one = job('Kasım haftaları')
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => published(one)))
    expect(new Set(outcomes.map(({ remoteId }) => remoteId)).size).toBe(1)
    expect(new Set(outcomes.map(({ url }) => url))).toEqual(
      new Set([`${PUBLIC_URL}/newsroom/${organisation.slug}/kasim-haftalari`]),
    )
    expect(await server.platform.publisher.lookUp(one)).toMatchObject({
      kind: 'found',
      remoteId: outcomes[0]?.remoteId,
      url: outcomes[0]?.url,
    })
  })

  it('never takes the address of another, not even of a removed one', async () => {
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => published(job('Şubat'))))
    const slugs = outcomes.map(({ url }) => url.split('/').at(-1))
    expect(new Set(slugs)).toEqual(new Set(['subat', 'subat-2', 'subat-3', 'subat-4', 'subat-5', 'subat-6']))
    const first = outcomes.find(({ url }) => url.endsWith('/subat'))
    if (first !== undefined) await server.platform.publisher.remove(organisation.account(), first, job('').progress)
    expect((await published(job('Şubat'))).url).toMatch(/subat-7$/)
  })

  it('may have the same address as one of another organisation', async () => {
    const other = await server.addOrganisation()
    const mine = await published(job('News'))
    const theirs = await server.publish(other, 'Text', { title: 'News' })
    expect([mine.url, theirs]).toEqual([
      `${PUBLIC_URL}/newsroom/${organisation.slug}/news`,
      expect.objectContaining({ url: `${PUBLIC_URL}/newsroom/${other.slug}/news` }),
    ])
  })

  it('stays removed when a late worker repeats it', async () => {
    const one = job('Withdrawn')
    await server.platform.publisher.remove(organisation.account(), await published(one), one.progress)
    expect(await publish(one)).toMatchObject({ kind: 'refused', reason: { code: 'not-found' } })
    expect(await server.platform.publisher.lookUp(one)).toEqual({ kind: 'absent' })
  })

  it('is neither found nor removed by another organisation', async () => {
    const one = job('Ours')
    const outcome = await published(one)
    const other = await server.addOrganisation()
    expect(await server.platform.publisher.lookUp({ ...one, account: other.account() })).toEqual({ kind: 'absent' })
    await server.platform.publisher.remove(other.account(), outcome, one.progress)
    expect(await server.platform.publisher.lookUp(one)).toMatchObject({ kind: 'found' })
  })

  it('speaks the language of its organisation unless it says another', async () => {
    const turkish = await server.addOrganisation({ language: 'tr' })
    await server.publish(turkish, 'Metin', { title: 'Bir', language: null })
    await server.publish(turkish, 'Texte', { title: 'Deux', language: 'fr' })
    expect(await (await server.get(`/newsroom/${turkish.slug}/bir`)).text()).toContain('<h1 dir="auto" lang="tr">')
    expect(await (await server.get(`/newsroom/${turkish.slug}/deux`)).text()).toContain('<h1 dir="auto" lang="fr">')
  })
})

describe('the newsroom refuses', () => {
  it.each([null, '', ' \u0000 '])('an article with the title %j', async (title) => {
    expect(await publish(job(title))).toMatchObject({ kind: 'refused', reason: { code: 'content-rejected' } })
  })

  it('a title of more than 200 characters, as a reader counts them', async () => {
    expect(await publish(job('👩‍👩‍👧‍👦'.repeat(200)))).toMatchObject({ kind: 'published' })
    expect(await publish(job('ş'.repeat(201)))).toMatchObject({ kind: 'refused', reason: { code: 'text-too-long' } })
  })

  it('more than 20 pictures, and what is no picture', async () => {
    const picture = await newsroomPicture('One', { width: 4, height: 4 })
    const most = Array.from({ length: 20 }, () => picture)
    expect(await server.publish(organisation, 'Text', { pictures: most })).toMatchObject({ kind: 'published' })
    for (const pictures of [[...most, picture], [{ ...picture, type: 'image/svg+xml' }]]) {
      expect(await server.publish(organisation, 'Text', { pictures })).toMatchObject({
        kind: 'refused',
        reason: { code: 'media-rejected' },
      })
    }
  })

  it('to remove what cannot be an article of its own', async () => {
    const removal = await server.platform.publisher.remove(
      organisation.account(),
      { remoteId: 'https://a.example', url: '' },
      job('').progress,
    )
    expect(removal).toMatchObject({ kind: 'refused', reason: { code: 'not-found' } })
  })
})

it('connects as the organisation itself, with nothing to enter', async () => {
  const named = await server.addOrganisation({ name: 'Kavrela Kahve' })
  expect(await server.platform.connect(named.id, 'channel', {})).toMatchObject({
    kind: 'connected',
    connection: {
      handle: named.slug,
      displayName: 'Kavrela Kahve',
      url: `${PUBLIC_URL}/newsroom/${named.slug}`,
      settings: {},
      credentials: {},
    },
  })
})
