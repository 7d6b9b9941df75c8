import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addColleague, companyOf, made, type Colleague } from '#test/colleague.ts'
import { createWorld, type World } from '#test/world.ts'

let time = new Date('2026-11-22T10:00:00Z')
let world: World
let manager: Colleague
let unitId: string

beforeAll(async () => {
  world = await createWorld({ clock: { now: () => new Date(time), newId: () => v7() } })
  manager = await addColleague(world, 'Esra Tan', 'manager')
  const parentId = await companyOf(world)
  unitId = (await made(world.admin, 'units', { name: 'Türkiye', kind: 'region', parentId })).id
})
afterAll(() => world.close())

const get = (path: string) => world.admin.call('GET', `/api/v1/${path}`)
const send = (method: string, path: string, body?: object, headers = {}) =>
  world.admin.call(method, `/api/v1/${path}`, body, headers)
const account = (handle: string, fields: object = {}) =>
  made(world.admin, 'audit-accounts', { platform: 'x', handle, ...fields })

describe('the list of accounts', () => {
  it('has every account once, however it is written', async () => {
    const first = await account('Kavrela', { holderId: manager.id, unitId })
    expect(first.body).toMatchObject({
      handle: 'Kavrela',
      state: 'owned',
      unit: { name: 'Türkiye' },
      source: 'entered',
    })
    const again = await send('POST', 'audit-accounts', { platform: 'x', handle: 'https://x.com/KAVRELA/' })
    expect([again.status, again.at('code'), again.at('fields.0.path')]).toEqual([409, 'account.exists', 'handle'])
  })

  it('forgets a removed account until it is put back, unless its place is taken', async () => {
    const { id } = await account('old')
    await send('DELETE', `audit-accounts/${id}`)
    expect((await get(`audit-accounts/${id}`)).status).toBe(404)
    const other = await account('old')
    expect((await send('POST', `audit-accounts/${id}/restoration`)).at('code')).toBe('account.exists')
    await send('DELETE', `audit-accounts/${other.id}`)
    expect((await send('POST', `audit-accounts/${id}/restoration`)).at('handle')).toBe('old')
  })

  it('refuses a change against an older version, and whatever it names that is not there', async () => {
    const { id } = await account('versioned')
    await send('PATCH', `audit-accounts/${id}`, { notes: 'A' })
    const late = await send('PATCH', `audit-accounts/${id}`, { notes: 'B' }, { 'if-match': '"1"' })
    expect([late.status, late.at('code')]).toEqual([412, 'record.changed'])
    for (const field of ['unitId', 'holderId', 'competitorId']) {
      const answer = await send('PATCH', `audit-accounts/${id}`, { [field]: crypto.randomUUID() })
      expect([answer.status, answer.at('fields.0.path')]).toEqual([422, field])
    }
  })

  it('takes connected channels in, once', async () => {
    const channel = await made(world.admin, 'channels', { platform: 'newsroom', name: 'Newsroom', settings: {} })
    expect((await send('POST', 'audit-channels', {})).at('created')).toBe(1)
    expect((await send('POST', 'audit-channels', {})).at('created')).toBe(0)
    const list = await get('audit-accounts?platform=newsroom')
    expect([list.at('items.0.channel.id'), list.at('items.0.source')]).toEqual([channel.id, 'channel'])
  })

  it('says how all of them stand, and what was noticed about how many', async () => {
    await account('fake', { state: 'rogue' })
    const summary = await get('audit-summary')
    expect(summary.at('states')).toMatchObject({ rogue: 1, dormant: 0 })
    expect(summary.at('findings.0')).toEqual({ finding: 'rogue', accounts: 1 })
    const rogue = await get('audit-accounts?state=rogue&whose=ours')
    expect([rogue.at('items.0.handle'), rogue.at('items.1')]).toEqual(['fake', undefined])
  })
})

it('makes a task of a finding, once while it is open; a finding that is gone makes none', async () => {
  const { id } = await account('nobody-holds-it')
  const task = { finding: 'no-holder', title: 'Find the holder', ownerId: manager.id, dueOn: '2026-12-01' }
  const set = await send('POST', `audit-accounts/${id}/tasks`, task)
  expect(set.status).toBe(201)
  expect((await get(`tasks/${set.id}`)).body).toMatchObject({ title: 'Find the holder', owner: { id: manager.id } })
  expect((await get(`audit-accounts/${id}`)).at('findings.0')).toEqual({
    finding: 'no-holder',
    task: { id: set.id, title: 'Find the holder', state: 'open' },
  })
  expect((await send('POST', `audit-accounts/${id}/tasks`, task)).at('code')).toBe('finding.has-task')
  await send('PATCH', `audit-accounts/${id}`, { holderWords: 'The agency' })
  expect((await send('POST', `audit-accounts/${id}/tasks`, task)).at('code')).toBe('finding.gone')
})

describe('a file of accounts', () => {
  const file = [
    'Platform;Hesap;Durum;Birim;Sorumlu;Takipçi;Haftalık gönderi;Rakip',
    'Mastodon;@kavrela@example.social;Uykuda;Türkiye;;1200;2,5;',
    'Instagram;rivals;Owned;;;"90000";14;Rival Roasters',
    'Instagram;rivals.de;;;;40;;Rival Roasters',
  ].join('\n')

  it('is tried without a trace, brought in, and brought in again without a change', async () => {
    const tried = await send('POST', 'audit-transfer/trial', { text: file })
    expect(tried.body).toEqual({ rows: 3, problems: [], created: 3, changed: 0, unchanged: 0 })
    expect((await get('competitors')).at('items')).toEqual([])
    expect((await send('POST', 'audit-transfer', { text: file })).at('created')).toBe(3)
    const again = await send('POST', 'audit-transfer', { text: file })
    expect(again.body).toMatchObject({ created: 0, changed: 0, unchanged: 3 })
    const found = await get('audit-accounts?platform=mastodon')
    expect(found.at('items.0')).toMatchObject({
      handle: 'kavrela@example.social',
      state: 'dormant',
      unit: { id: unitId },
      reading: { followers: 1200, postsPerWeek: '2.5', source: 'imported' },
    })
    expect((await get('competitors')).at('items.0')).toMatchObject({ name: 'Rival Roasters', accounts: 2 })
  })

  it('that was exported changes nothing, and holds nothing that a spreadsheet would run', async () => {
    await account('=cmd', { notes: '=1+1' })
    const exported = await get('audit-transfer')
    expect(String(exported.at('text'))).toContain("'=1+1")
    const again = await send('POST', 'audit-transfer', { text: exported.at('text') })
    expect(again.body).toMatchObject({ created: 0, changed: 0, problems: [] })
  })

  it('is refused as a whole, with everything that is wrong by row and column', async () => {
    const wrong = [
      'Platform,Account,State,Unit,Followers,Address,Colour',
      'Orkut,a,Owned,,1,,',
      'X,b,Sleeping,Nowhere,many,,',
      'X,,Owned,,,,',
      'X,c,Owned,,,ftp://c,',
      'X,d,Owned,,,,',
      'X,@D,Owned,,,,',
    ].join('\n')
    const tried = await send('POST', 'audit-transfer/trial', { text: wrong })
    const problems = tried.at('problems') as { row: number; column: string | null; code: string }[]
    expect(problems.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '1 Colour import.unknown-column',
      '2 Platform import.unknown-platform',
      '3 State import.unknown-state',
      '3 Followers money.not-a-number',
      '3 Unit import.unknown-unit',
      '4 Account text.empty',
      '5 Address account.not-an-address',
      '7 Account import.same-account',
    ])
    const refused = await send('POST', 'audit-transfer', { text: wrong })
    expect([refused.status, refused.at('code')]).toEqual([422, 'import.problems'])
    expect((await get('audit-accounts?platform=x')).at('items')).not.toContainEqual(
      expect.objectContaining({ handle: 'd' }),
    )
  })
})

describe('competitors', () => {
  it('stand beside us with the same figures, on all platforms or one', async () => {
    const rival = await made(world.admin, 'competitors', { name: 'Second Cup', website: 'https://second.example' })
    const ours = await account('ours-read', { platform: 'youtube' })
    const theirs = await account('theirs', { platform: 'youtube', competitorId: rival.id })
    time = new Date('2026-10-20T10:00:00Z')
    await made(world.admin, `audit-accounts/${ours.id}/readings`, { followers: 100 })
    time = new Date('2026-11-22T10:00:00Z')
    await made(world.admin, `audit-accounts/${ours.id}/readings`, {
      followers: 150,
      postsPerWeek: '2',
      interactionsPerPost: 3,
    })
    await made(world.admin, `audit-accounts/${theirs.id}/readings`, { followers: 400, postsPerWeek: 7 })
    const compared = await get('audit-comparison?platform=youtube')
    const sides = compared.at('sides') as { competitor: { name: string } | null }[]
    expect(sides[0]).toEqual({
      competitor: null,
      accounts: 1,
      read: 1,
      followers: 150,
      followersGained: 50,
      postsPerWeek: '2',
      interactionsPerPost: '3',
      engagementRate: '2',
    })
    expect(sides.find(({ competitor }) => competitor?.name === 'Second Cup')).toMatchObject({
      followers: 400,
      followersGained: null,
      engagementRate: null,
    })
    await send('DELETE', `competitors/${rival.id}`)
    expect((await get(`audit-accounts/${theirs.id}`)).status).toBe(404)
    await send('POST', `competitors/${rival.id}/restoration`)
    expect((await get(`audit-accounts/${theirs.id}`)).status).toBe(200)
  })

  it('are not noticed anything about', async () => {
    const list = await get('audit-accounts?whose=competitors&limit=200')
    const items = list.at('items') as { findings: unknown[] }[]
    expect(items.length).toBeGreaterThan(2)
    expect(items.flatMap(({ findings }) => findings)).toEqual([])
  })
})

it('refuses a reading that says nothing, or of a post to come', async () => {
  const { id } = await account('readings')
  const readings = `audit-accounts/${id}/readings`
  expect((await send('POST', readings, { followers: null })).at('fields.0.code')).toBe('text.empty')
  expect((await send('POST', readings, { lastPostOn: '2027-01-01' })).at('fields.0.path')).toBe('lastPostOn')
  expect((await send('POST', readings, { followers: -1 })).status).toBe(422)
  const zero = await send('POST', readings, { followers: 0, interactionsPerPost: '0' })
  expect(zero.at('reading')).toMatchObject({ followers: 0, interactionsPerPost: '0', engagementRate: null })
})

describe('a line of the SWOT', () => {
  it('names what it rests on by its name today, and becomes tasks', async () => {
    const { id } = await account('evidence')
    const evidence = [
      { kind: 'account', id },
      { kind: 'address', url: 'https://example.org/study' },
    ]
    const line = await made(world.admin, 'swot', { quadrant: 'weakness', text: 'Nobody answers', evidence })
    expect(line.at('evidence')).toEqual([
      { kind: 'account', id, url: null, title: 'evidence' },
      { kind: 'address', id: null, url: 'https://example.org/study', title: 'https://example.org/study' },
    ])
    const task = await made(world.admin, `swot/${line.id}/tasks`, { title: 'Answer within a day' })
    await send('DELETE', `audit-accounts/${id}`)
    const seen = (await get('swot')).at('items.0')
    expect(seen).toMatchObject({ tasks: [{ id: task.id, state: 'open' }], evidence: [{ title: null }, {}] })
    const moved = await send('PATCH', `swot/${line.id}`, { quadrant: 'threat', evidence: [] })
    expect(moved.body).toMatchObject({ quadrant: 'threat', text: 'Nobody answers', evidence: [] })
  })

  it.each([
    [{ kind: 'account', id: crypto.randomUUID() }, 'evidence.0.id', 'reference.unknown'],
    [{ kind: 'competitor' }, 'evidence.0.id', 'reference.unknown'],
    [{ kind: 'address' }, 'evidence.0.url', 'account.not-an-address'],
    [{ kind: 'address', url: 'javascript:alert(1)' }, 'evidence.0.url', 'account.not-an-address'],
  ])('refuses to rest on %j', async (evidence, path, code) => {
    const answer = await send('POST', 'swot', { quadrant: 'strength', text: 'A', evidence: [evidence] })
    expect([answer.status, answer.at('fields.0.path'), answer.at('fields.0.code')]).toEqual([422, path, code])
  })
})
