import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addColleague, companyOf, made } from '../colleague.ts'
import { pictureForm } from '../fill-world.ts'
import { createWorld, type World } from '../world.ts'

let world: World
let channelId: string
let harvest: string
let cooks: string
let baristas: string

beforeAll(async () => {
  world = await createWorld({ clock: { now: () => new Date('2026-11-22T10:00:00Z'), newId: () => v7() } })
  channelId = await make('channels', { platform: 'newsroom', name: 'Newsroom', settings: {} })
  cooks = await make('audiences', { name: 'Weekend cooks' })
  baristas = await make('audiences', { name: 'Baristas' })
  harvest = await make('campaigns', { title: 'Harvest', ...DAYS, audienceIds: [cooks] })
})
afterAll(() => world.close())

const DAYS = { startsOn: '2026-11-01', endsOn: '2027-03-31' }
const make = async (path: string, body: unknown) => (await made(world.admin, path, body)).id
const ask = (method: string, path: string, body?: unknown, version?: number) =>
  world.admin.call(method, `/api/v1/${path}`, body, version === undefined ? {} : { 'if-match': `"${version}"` })
const post = (fields: Readonly<Record<string, unknown>>) => ({
  channelId,
  text: 'A text',
  plannedAt: '2026-12-01T09:00',
  timeZone: 'Europe/Istanbul',
  ...fields,
})
const namesOf = async (path: string) =>
  ((await ask('GET', path)).at('audiences') as { name: string; own?: boolean }[]).map(({ name, own }) =>
    own === true ? `${name} (own)` : name,
  )

describe('an audience', () => {
  it('keeps who they are, where they gather and what the knowledge rests on', async () => {
    const portraitId = await make('media', pictureForm('A woman at a stove'))
    const unitId = await companyOf(world)
    const fields = {
      name: 'Elif, 34',
      description: 'Cooks for friends on Saturdays',
      demographics: '28 to 40, in cities',
      needs: ['Something new without a risk'],
      objections: ['Too dear'],
      languages: ['tr'],
      places: [{ platform: 'instagram', strength: 'main', note: '' }],
      sources: [{ title: 'Interviews', url: 'https://kavrela.example/a', foundOn: '2026-09-01', note: 'Twelve' }],
    }
    const audience = await made(world.admin, 'audiences', { ...fields, unitIds: [unitId, unitId], portraitId })
    expect(audience.body).toMatchObject({
      ...fields,
      units: [{ id: unitId, name: 'Kavrela Coffee' }],
      portrait: { id: portraitId, altText: 'A woman at a stove', url: `/api/v1/media/${portraitId}/file` },
      campaigns: 0,
      version: 1,
      archivedAt: null,
    })
    expect((await ask('GET', `audiences/${audience.id}`)).body).toEqual(audience.body)
  })

  it.each([
    ['unitIds', { unitIds: [v7()] }, 'unitIds'],
    ['portraitId', { portraitId: v7() }, 'portraitId'],
    ['a source without a day', { sources: [{ title: 'A' }] }, 'sources.0.foundOn'],
    [
      'an address that is none',
      { sources: [{ title: 'A', url: 'javascript:1', foundOn: '2026-01-01' }] },
      'sources.0.url',
    ],
    ['a language that is none', { languages: ['Turkish!'] }, 'languages.0'],
  ])('is refused with %s', async (_, fields, path) => {
    const answer = await ask('POST', 'audiences', { name: 'A', ...fields })
    expect([answer.status, answer.at('fields.0.path')]).toEqual([422, path])
  })

  it('is refused to whoever saw an older version, and changes only what is given', async () => {
    const id = await make('audiences', { name: 'Students', needs: ['Cheap', 'Cheap'], languages: ['en', 'en'] })
    const changed = await ask('PATCH', `audiences/${id}`, { description: 'In their first year' }, 1)
    expect(changed.body).toMatchObject({ name: 'Students', needs: ['Cheap'], languages: ['en'], version: 2 })
    expect((await ask('PATCH', `audiences/${id}`, { name: 'Pupils' }, 1)).at('code')).toBe('record.changed')
  })

  it('is written by those who set goals, and read by all', async () => {
    const officer = await addColleague(world, 'Oya', 'officer')
    const refused = await officer.call('POST', '/api/v1/audiences', { name: 'A' })
    expect([refused.status, refused.at('params.action')]).toEqual([403, 'goals.change'])
    expect((await officer.call('GET', '/api/v1/audiences')).status).toBe(200)
  })

  it('goes into the archive and comes back; what names it keeps it, nothing new can', async () => {
    const id = await make('audiences', { name: 'Tourists' })
    const campaignId = await make('campaigns', { title: 'Summer', ...DAYS, audienceIds: [id] })
    expect((await ask('DELETE', `audiences/${id}`, undefined, 1)).at('archivedAt')).toBe('2026-11-22T10:00:00.000Z')
    const listed = async (query: string) =>
      ((await ask('GET', `audiences?${query}`)).at('items') as { id: string }[]).some((one) => one.id === id)
    expect([await listed('limit=200'), await listed('archived=true')]).toEqual([false, true])
    expect((await ask('GET', `campaigns/${campaignId}`)).at('audiences')).toEqual([
      { id, name: 'Tourists', archived: true },
    ])
    await made(world.admin, `campaigns/${campaignId}`, { title: 'Autumn', audienceIds: [id] }, 'PATCH')
    const refused = await ask('POST', 'campaigns', { title: 'Winter', ...DAYS, audienceIds: [id] })
    expect([refused.status, refused.at('fields.0.path')]).toEqual([422, 'audienceIds'])
    expect((await ask('PATCH', `audiences/${id}`, { name: 'A' })).status).toBe(404)
    expect((await ask('POST', `audiences/${id}/restoration`)).body).toMatchObject({ archivedAt: null, version: 3 })
  })
})

describe('a post', () => {
  it('speaks to the audiences of its campaign, also when they change, until it names its own', async () => {
    const campaignId = await make('campaigns', { title: 'Samplers', ...DAYS, audienceIds: [cooks] })
    const id = await make('posts', post({ campaignId }))
    expect(await namesOf(`posts/${id}`)).toEqual(['Weekend cooks'])
    await ask('PATCH', `campaigns/${campaignId}`, { audienceIds: [cooks, baristas] })
    expect(await namesOf(`posts/${id}`)).toEqual(['Weekend cooks', 'Baristas'])
    await ask('PATCH', `posts/${id}`, { audienceIds: [baristas] })
    expect(await namesOf(`posts/${id}`)).toEqual(['Baristas (own)'])
    await ask('PATCH', `posts/${id}`, { text: 'Another text' })
    expect(await namesOf(`posts/${id}`)).toEqual(['Baristas (own)'])
    await ask('PATCH', `posts/${id}`, { audienceIds: [] })
    expect(await namesOf(`posts/${id}`)).toEqual(['Weekend cooks', 'Baristas'])
  })

  it('may name an audience without any campaign', async () => {
    const id = await make('posts', post({ audienceIds: [baristas, baristas] }))
    expect(await namesOf(`posts/${id}`)).toEqual(['Baristas (own)'])
  })

  it('asks for approval again when the audiences that it names change', async () => {
    const reviewer = await addColleague(world, 'Deniz Korkut', 'strategist')
    await make('workflows', {
      title: 'Prices',
      conditions: [{ kind: 'contains', oneOf: ['price'] }],
      stages: [{ name: 'Prices', approvers: [{ kind: 'person', personId: reviewer.id }] }],
    })
    const id = await make('posts', post({ text: 'Now for 9.90 EUR', audienceIds: [cooks] }))
    const state = async () => (await ask('GET', `posts/${id}`)).at('delivery.state')
    const request = (await ask('GET', `posts/${id}/approvals`)).at('items.0.id')
    await made(reviewer, `approvals/${String(request)}/decisions`, { decision: 'approve' })
    expect(await state()).toBe('planned')
    await ask('PATCH', `posts/${id}`, { title: null })
    expect(await state()).toBe('planned')
    await ask('PATCH', `posts/${id}`, { audienceIds: [cooks, baristas] })
    expect(await state()).toBe('held')
  })
})

describe('coverage', () => {
  const cell = (answer: { at: (path: string) => unknown }, audience: string, key: string) => {
    const rows = answer.at('rows') as { audience: { id: string }; cells: { key: string }[] }[]
    return rows.find((row) => row.audience.id === audience)?.cells.find((one) => one.key === key)
  }

  it('marks the months without a word, and the audience to which nobody speaks', async () => {
    const silent = await make('audiences', { name: 'Farmers' })
    const pieceId = await make('pieces', { title: 'From tree to cup', body: 'Words', campaignId: harvest })
    await make('posts', post({ pieceId, text: 'One', plannedAt: '2027-02-01T00:30' }))
    await make('posts', post({ pieceId, text: 'Two', plannedAt: '2027-02-28T23:30' }))
    const gone = await make('posts', post({ pieceId, text: 'Three', plannedAt: '2027-02-03T09:00' }))
    await ask('DELETE', `posts/${gone}`)
    const coverage = await ask('GET', 'audience-coverage?startsOn=2027-01-01&endsOn=2027-02-28')
    expect(coverage.at('columns')).toEqual(['2027-01', '2027-02'])
    expect(cell(coverage, cooks, '2027-02')).toEqual({
      key: '2027-02',
      posts: 2,
      published: 0,
      pieces: 1,
      gathers: null,
      gap: false,
    })
    expect(cell(coverage, cooks, '2027-01')).toMatchObject({ posts: 0, gap: true })
    const rows = coverage.at('rows') as { audience: { id: string }; gap: boolean; campaigns: number }[]
    expect(rows.find((row) => row.audience.id === silent)).toMatchObject({ gap: true, campaigns: 0 })
    expect(rows.find((row) => row.audience.id === cooks)).toMatchObject({ gap: false, campaigns: 2 })
    expect(coverage.at('posts')).toBe(2)
  })

  it('marks a platform where they gather and nobody speaks, in whatever capitals it is written', async () => {
    const id = await make('audiences', {
      name: 'Buyers',
      places: [{ platform: 'LinkedIn', strength: 'main' }, { platform: 'Newsroom' }],
    })
    await make('audiences', { name: 'Sellers', places: [{ platform: 'linkedin', strength: 'often' }] })
    await make('posts', post({ audienceIds: [id], plannedAt: '2028-01-10T09:00' }))
    const coverage = await ask('GET', 'audience-coverage?by=platform&startsOn=2028-01-01&endsOn=2028-01-31')
    expect(coverage.at('columns')).toEqual(['newsroom', 'instagram', 'LinkedIn'])
    expect(cell(coverage, id, 'LinkedIn')).toMatchObject({ posts: 0, gathers: 'main', gap: true })
    expect(cell(coverage, id, 'newsroom')).toMatchObject({ posts: 1, gathers: 'often', gap: false })
    expect(cell(coverage, cooks, 'newsroom')).toMatchObject({ posts: 0, gathers: null, gap: false })
  })

  it.each([
    ['startsOn=2027-02-01&endsOn=2027-01-01', 'time.order'],
    ['startsOn=2027-01-01&endsOn=2029-01-02', 'time.too-far'],
  ])('is refused for %s', async (query, code) => {
    const answer = await ask('GET', `audience-coverage?${query}`)
    expect([answer.at('code'), answer.at('fields.0.path')]).toEqual([code, 'endsOn'])
  })

  it('counts what a recount of all posts counts, whatever was planned for whom', async () => {
    const chance = chanceOf(20261122)
    const some = <T>(from: readonly T[]) => from.filter(() => chance() < 0.4)
    const one = <T>(from: readonly T[]) => from[Math.floor(chance() * from.length)]
    const audiences = [cooks, baristas]
    for (const name of ['A', 'B', 'C']) audiences.push(await make('audiences', { name }))
    const campaigns: (string | null)[] = [null]
    for (const title of ['K', 'L', 'M'])
      campaigns.push(await make('campaigns', { title, ...DAYS, audienceIds: some(audiences) }))
    const pieces = [undefined, await make('pieces', { title: 'P' }), await make('pieces', { title: 'Q' })]
    for (let count = 0; count < 40; count += 1) {
      const day = `2029-${String(1 + Math.floor(chance() * 4)).padStart(2, '0')}-${one(['01T00:10', '15T12:00', '28T23:50'])}`
      const own = chance() < 0.5 ? some(audiences) : []
      const fields = { campaignId: one(campaigns), pieceId: one(pieces), audienceIds: own, plannedAt: day }
      const id = await make('posts', post({ ...fields, text: `Post ${count}` }))
      if (chance() < 0.15) await ask('DELETE', `posts/${id}`)
    }
    await ask('DELETE', `audiences/${String(audiences.pop())}`)
    const coverage = await ask('GET', 'audience-coverage?startsOn=2029-01-01&endsOn=2029-04-30')
    expect(coverage.at('columns')).toEqual(['2029-01', '2029-02', '2029-03', '2029-04'])
    const posts = await everyPost()
    expect(coverage.at('posts')).toBe(posts.length)
    const recount = (audience: string | null, month?: string) => {
      const said = posts.filter(
        (each) =>
          (month === undefined || each.plannedAt.startsWith(month)) &&
          (audience === null
            ? each.audiences.every(({ archived }) => archived)
            : each.audiences.some(({ id }) => id === audience)),
      )
      const made = new Set(said.flatMap(({ piece }) => piece?.id ?? []))
      return { posts: said.length, published: 0, pieces: made.size }
    }
    for (const audience of [...audiences, null])
      for (const month of ['2029-01', '2029-02', '2029-03', '2029-04']) {
        const counted =
          audience === null
            ? (coverage.at('unnamed.cells') as { key: string }[]).find(({ key }) => key === month)
            : cell(coverage, audience, month)
        expect([audience, month, counted]).toEqual([audience, month, expect.objectContaining(recount(audience, month))])
      }
    const rows = coverage.at('rows') as { audience: { id: string }; total: unknown; gap: boolean }[]
    for (const { audience, total, gap } of rows) {
      expect(total).toEqual(recount(audience.id))
      expect(gap).toBe(recount(audience.id).posts === 0)
    }
    expect(coverage.at('unnamed.total')).toEqual(recount(null))
  })

  interface ListedPost {
    readonly plannedAt: string
    readonly piece: { readonly id: string } | null
    readonly audiences: readonly { readonly id: string; readonly archived: boolean }[]
    readonly delivery: { readonly state: string }
  }

  /** All posts of 2029 that were not called off, as the list of posts shows them. */
  async function everyPost(): Promise<ListedPost[]> {
    const { body } = await ask('GET', 'posts?limit=200')
    const { items } = body as { items: ListedPost[] }
    return items.filter(({ plannedAt, delivery }) => plannedAt.startsWith('2029') && delivery.state !== 'cancelled')
  }
})

/** Numbers from 0 to 1 that come again with the same seed (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
