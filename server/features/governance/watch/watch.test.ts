import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPerson } from '#test/second-organisation.ts'
import { createWorld, type Caller, type World } from '#test/world.ts'

let world: World
let strategist: Caller
let officer: Caller
let channelId: string
let entryId: string

const ENTRY = {
  title: 'Otter',
  terms: ['Gaziantep dükkânı'],
  aliases: ['Project Otter'],
  note: 'Opening in December',
  contact: 'Ruth Amsel, PR',
  listen: true,
}

beforeAll(async () => {
  world = await createWorld({
    clock: { now: () => new Date('2026-11-22T09:00:00Z'), newId: () => crypto.randomUUID() },
  })
  strategist = await addPerson(world, 'strategist')
  officer = await addPerson(world, 'officer')
  channelId = (await world.admin.call('POST', 'channels', { platform: 'newsroom', name: 'Newsroom', settings: {} })).id
  const made = await strategist.call('POST', 'confidential', { ...ENTRY, embargoUntil: '2026-12-03' })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  entryId = made.id
})
afterAll(() => world.close())

async function check(text: string, more: Record<string, unknown> = {}) {
  const answer = await officer.call('POST', 'checks', {
    channelIds: [channelId],
    parts: [{ text }],
    language: 'en',
    ...more,
  })
  return answer.at('items.0.rules') as Record<string, unknown>[]
}

describe('confidential words', () => {
  it('block whoever types them, and say only whom to ask', async () => {
    const [finding] = await check('Visit our Gaziantep dükkânımızda soon')
    expect(finding).toMatchObject({
      kind: 'confidential',
      severity: 'block',
      words: 'Gaziantep dükkânımızda',
      waivable: false,
      note: { params: { contact: 'Ruth Amsel, PR' } },
    })
    expect(JSON.stringify(finding)).not.toMatch(new RegExp(`Otter|December|2026-12|${entryId}`, 'u'))
  })

  it('may be said on their day and after it', async () => {
    expect(await check('Project Otter', { plannedAt: '2026-12-02T23:00' })).toHaveLength(1)
    expect(await check('Project Otter', { plannedAt: '2026-12-03T00:00' })).toEqual([])
  })

  it('are not in any list, event or answer to a change, but for those who look and say why', async () => {
    const list = await strategist.call('GET', 'confidential')
    expect(list.at('items.0')).toMatchObject({ title: 'Otter', words: 2, holds: true, embargoUntil: '2026-12-03' })
    const changed = await strategist.call('PATCH', `confidential/${entryId}`, { note: 'Opening with a band' })
    const events = await officer.call('GET', 'events?limit=200')
    const said = JSON.stringify([list.body, changed.body, events.body])
    expect(said).not.toMatch(/Gaziantep dükkânı|Project Otter|band/u)
    expect((events.at('items') as { verb: string }[]).map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['confidential.created', 'confidential.changed', 'confidential.found']),
    )
  })

  it('are shown with what was found only for a reason, which is written down', async () => {
    expect((await strategist.call('POST', `confidential/${entryId}/views`, { reason: '' })).status).toBe(422)
    expect((await strategist.call('GET', 'confidential-views')).at('items')).toEqual([])
    const details = await strategist.call('POST', `confidential/${entryId}/views`, { reason: 'Weekly look' })
    expect(details.body).toMatchObject({
      terms: ['Gaziantep dükkânı'],
      aliases: ['Project Otter'],
      query: '"Gaziantep dükkânı" OR "Project Otter"',
      found: [{ by: { name: 'officer' }, words: 'Gaziantep dükkânımızda, Project Otter', times: 2 }],
    })
    expect((await strategist.call('GET', `confidential-views?entryId=${entryId}`)).at('items.0')).toMatchObject({
      reason: 'Weekly look',
      by: { name: 'strategist' },
    })
    const events = await officer.call('GET', `events?subjectType=confidential&subjectId=${entryId}`)
    expect(events.at('items.0.verb')).toBe('confidential.viewed')
    expect(JSON.stringify(events.body)).not.toContain('Weekly look')
  })

  it('are remembered also of posts that go straight to the API, refused as they are', async () => {
    const times = async () =>
      (
        (await strategist.call('POST', `confidential/${entryId}/views`, { reason: 'Look' })).at('found') as {
          by: { name: string }
          times: number
        }[]
      ).find(({ by }) => by.name === 'manager')?.times ?? 0
    const manager = await addPerson(world, 'manager')
    const post = {
      channelId,
      text: 'Project Otter opens',
      plannedAt: '2026-12-01T10:00',
      timeZone: 'Europe/Istanbul',
    }
    const refused = await manager.call('POST', 'posts', post)
    expect([refused.status, refused.at('code')]).toEqual([422, 'post.blocked-by-rule'])
    expect(await times()).toBe(1)
    const harmless = await manager.call('POST', 'posts', { ...post, text: 'Good morning' })
    expect(harmless.status, JSON.stringify(harmless.body)).toBe(201)
    expect(await times()).toBe(1)
    expect((await manager.call('PATCH', `posts/${harmless.id}`, { text: 'Project Otter' })).status).toBe(422)
    expect(await times()).toBe(2)
    expect((await manager.call('GET', `posts/${harmless.id}`)).at('text')).toBe('Good morning')
  })

  it('are kept by those who may, and unknown to the others', async () => {
    for (const [method, path] of [
      ['GET', 'confidential'],
      ['POST', `confidential/${entryId}/views`],
      ['GET', 'confidential-views'],
      ['DELETE', `confidential/${entryId}`],
    ] as const)
      expect((await officer.call(method, path, method === 'POST' ? { reason: 'Curious' } : undefined)).status).toBe(403)
  })

  it('no longer block once they are removed, and again when that is undone', async () => {
    await strategist.call('DELETE', `confidential/${entryId}`)
    expect(await check('Project Otter')).toEqual([])
    expect((await strategist.call('POST', `confidential/${entryId}/views`, { reason: 'Late' })).status).toBe(404)
    await strategist.call('POST', `confidential/${entryId}/restoration`)
    expect(await check('Project Otter')).toHaveLength(1)
  })
})
