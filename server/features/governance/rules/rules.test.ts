import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addOrganisation, addPerson } from '#test/second-organisation.ts'
import { createWorld, type Answer, type Caller, type World } from '#test/world.ts'

let world: World
let strategist: Caller
let officer: Caller
let channelId: string

const TERM = {
  title: 'Kara Cuma',
  reason: 'Friday is the day of prayer.',
  suggestion: 'Kasım fırsatı',
  severity: 'warn',
  waivable: true,
  platforms: [],
  languages: [],
  unitIds: [],
  definition: { kind: 'term', terms: ['Kara Cuma'] },
}

beforeAll(async () => {
  world = await createWorld()
  strategist = await addPerson(world, 'strategist')
  officer = await addPerson(world, 'officer')
  channelId = (await world.admin.call('POST', 'channels', { platform: 'newsroom', name: 'Newsroom', settings: {} })).id
})
afterAll(() => world.close())

const rulesOf = (answer: Answer) =>
  answer.at('items.0.rules') as {
    rule: string
    words: string
    severity: string
    fingerprint: string
    ruleId: string
    waived: unknown
  }[]

async function check(text: string, more: Record<string, unknown> = {}) {
  const answer = await officer.call('POST', 'checks', {
    channelIds: [channelId],
    parts: [{ text }],
    language: 'tr',
    ...more,
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return rulesOf(answer)
}

async function packWith(...rules: Record<string, unknown>[]): Promise<{ id: string; ruleIds: string[] }> {
  const pack = await strategist.call('POST', 'rule-packs', { kind: 'brand', title: 'Ours' })
  expect(pack.status, JSON.stringify(pack.body)).toBe(201)
  const ruleIds: string[] = []
  for (const rule of rules) {
    const made = await strategist.call('POST', `rule-packs/${pack.id}/rules`, rule)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    ruleIds.push(made.id)
  }
  return { id: pack.id, ruleIds }
}

describe('rules', () => {
  it('are found in what is typed from the moment they are made, and no longer once they are off', async () => {
    expect(await check("Kara Cuma'da indirim")).toEqual([])
    const { id, ruleIds } = await packWith(TERM)
    expect(await check("Kara Cuma'da indirim")).toMatchObject([
      {
        rule: 'Kara Cuma',
        words: "Kara Cuma'da",
        start: 0,
        end: 12,
        suggestion: 'Kasım fırsatı',
        reason: TERM.reason,
        severity: 'warn',
        pack: 'Ours',
      },
    ])
    await strategist.call('PATCH', `rules/${ruleIds[0]}`, { enabled: false })
    expect(await check('Kara Cuma')).toEqual([])
    await strategist.call('PATCH', `rules/${ruleIds[0]}`, { enabled: true })
    expect(await check('Kara Cuma')).toHaveLength(1)
    await strategist.call('PATCH', `rule-packs/${id}`, { enabled: false })
    expect(await check('Kara Cuma')).toEqual([])
    await strategist.call('DELETE', `rule-packs/${id}`)
  })

  it('come back as they were when their removal is undone', async () => {
    const { id, ruleIds } = await packWith(TERM)
    await strategist.call('DELETE', `rules/${ruleIds[0]}`)
    expect(await check('Kara Cuma')).toEqual([])
    expect((await strategist.call('POST', `rules/${ruleIds[0]}/restoration`)).at('title')).toBe('Kara Cuma')
    await strategist.call('DELETE', `rule-packs/${id}`)
    expect((await strategist.call('GET', `rule-packs/${id}`)).status).toBe(404)
    await strategist.call('POST', `rule-packs/${id}/restoration`)
    expect(await check('Kara Cuma')).toHaveLength(1)
    await strategist.call('DELETE', `rule-packs/${id}`)
  })

  it('hold where their limits say: channel, unit, language and day', async () => {
    const units = await world.kernel.database.inOrganisation(world.organisationId, (db) =>
      db.selectFrom('organisation_units').select('id').execute(),
    )
    const unitId = units[0]?.id
    const { id } = await packWith(
      { ...TERM, title: 'Elsewhere', platforms: ['bluesky'] },
      { ...TERM, title: 'German', languages: ['de'] },
      { ...TERM, title: 'Unit', unitIds: [unitId] },
      { ...TERM, title: 'Day', definition: { kind: 'days', days: [{ day: '11-10', name: 'Atatürk' }] } },
    )
    expect((await check('Kara Cuma')).map(({ rule }) => rule)).toEqual([])
    expect((await check('Kara Cuma', { language: 'de' })).map(({ rule }) => rule)).toEqual(['German'])
    expect((await check('x', { plannedAt: '2027-11-10T09:00' })).map(({ rule }) => rule)).toEqual(['Day'])
    const trial = await officer.call('POST', 'rule-trials', { text: 'Kara Cuma', language: 'tr', unitId })
    expect(trial.at('findings.0.rule')).toBe('Unit')
    await strategist.call('DELETE', `rule-packs/${id}`)
  })

  it('read a text in the language of the place too, since people forget to say which they write', async () => {
    const [unit] = await world.kernel.database.inOrganisation(world.organisationId, (db) =>
      db.updateTable('organisation_units').set({ locale: 'tr-TR', country: 'TR' }).returning('id').execute(),
    )
    const { id } = await packWith(
      { ...TERM, languages: ['tr'] },
      {
        ...TERM,
        title: 'Formal',
        languages: ['tr'],
        definition: { kind: 'formality', language: 'tr', want: 'formal' },
      },
    )
    const trial = await officer.call('POST', 'rule-trials', {
      text: 'Kara Cuma sana geldi',
      language: 'en',
      unitId: unit?.id,
    })
    expect((trial.at('findings') as { rule: string }[]).map(({ rule }) => rule)).toEqual(['Kara Cuma'])
    await strategist.call('DELETE', `rule-packs/${id}`)
  })

  it('can be tried one pack at a time, while the pack is off and whatever region it is for', async () => {
    const ready = await strategist.call('POST', 'rule-packs', { readyKey: 'region-tr' })
    await strategist.call('PATCH', `rule-packs/${ready.id}`, { enabled: false })
    const trial = await officer.call('POST', 'rule-trials', {
      packId: ready.id,
      text: 'Kara Cuma geldi',
      language: 'tr',
    })
    expect(trial.at('findings.0.suggestion')).toBe('Kasım fırsatı')
    await strategist.call('DELETE', `rule-packs/${ready.id}`)
  })

  it('refuse a pattern that could be slow, by its path, and units of nobody', async () => {
    const { id } = await packWith()
    const slow = await strategist.call('POST', `rule-packs/${id}/rules`, {
      ...TERM,
      definition: { kind: 'pattern', pattern: '(a)\\1' },
    })
    expect([slow.status, slow.at('fields.0')]).toEqual([
      422,
      expect.objectContaining({ path: 'definition.pattern', code: 'rule.unsafe-pattern' }),
    ])
    const nowhere = await strategist.call('POST', `rule-packs/${id}/rules`, { ...TERM, unitIds: [crypto.randomUUID()] })
    expect([nowhere.status, nowhere.at('fields.0.path')]).toEqual([422, 'unitIds'])
    await strategist.call('DELETE', `rule-packs/${id}`)
  })

  it('are not changed over the head of somebody faster', async () => {
    const { id, ruleIds } = await packWith(TERM)
    await strategist.call('PATCH', `rules/${ruleIds[0]}`, { severity: 'block' })
    const late = await strategist.call('PATCH', `rules/${ruleIds[0]}`, { severity: 'inform' }, { 'if-match': '"1"' })
    expect([late.status, late.at('code')]).toEqual([412, 'record.changed'])
    await strategist.call('DELETE', `rule-packs/${id}`)
  })

  it('are changed by those who may, and read by everybody', async () => {
    expect((await officer.call('POST', 'rule-packs', { kind: 'brand', title: 'Mine' })).at('params.action')).toBe(
      'rules.change',
    )
    expect((await officer.call('GET', 'rule-packs')).status).toBe(200)
  })

  it('leave one event a change, with what differs', async () => {
    const { id, ruleIds } = await packWith(TERM)
    await strategist.call('PATCH', `rules/${ruleIds[0]}`, { severity: 'block' })
    const events = await strategist.call('GET', `events?subjectType=rule&subjectId=${ruleIds[0]}`)
    expect([events.at('items.0.verb'), events.at('items.0.before'), events.at('items.0.after')]).toEqual([
      'rule.changed',
      { severity: 'warn' },
      { severity: 'block' },
    ])
    await strategist.call('DELETE', `rule-packs/${id}`)
  })
})

describe('ready packs', () => {
  it('are offered for eight regions and for the brand, with sources, in the language of whoever reads', async () => {
    const answer = await officer.call('GET', 'ready-rule-packs')
    const items = answer.at('items') as {
      key: string
      kind: string
      title: string
      rules: number
      sources: unknown[]
    }[]
    expect(items.filter(({ kind }) => kind === 'region')).toHaveLength(8)
    expect(items.every(({ rules, sources }) => rules >= 6 && sources.length > 0)).toBe(true)
    await officer.call('PATCH', 'session', { language: 'tr' })
    expect((await officer.call('GET', 'ready-rule-packs')).at('items.1.title')).toBe('Türkiye kuralları')
    await officer.call('PATCH', 'session', { language: 'en' })
  })

  it('can each be added, exported, and imported again as it was', async () => {
    const items = (await officer.call('GET', 'ready-rule-packs')).at('items') as { key: string }[]
    for (const { key } of items) {
      const pack = await strategist.call('POST', 'rule-packs', { readyKey: key })
      expect(pack.status, key).toBe(201)
      const file = await officer.call('GET', `rule-packs/${pack.id}/export`)
      const again = await strategist.call('POST', 'rule-packs/import', file.body)
      expect(again.status, JSON.stringify(again.body)).toBe(201)
      expect((await officer.call('GET', `rule-packs/${again.id}/export`)).body).toEqual(file.body)
      await strategist.call('DELETE', `rule-packs/${pack.id}`)
      await strategist.call('DELETE', `rule-packs/${again.id}`)
    }
  })

  it('name what is wrong with a file by its path', async () => {
    const bad = {
      format: 'tutti-rule-pack-1',
      pack: { kind: 'brand', title: 'X' },
      rules: [TERM, { ...TERM, severity: 'shout', definition: { kind: 'term', terms: [] } }],
    }
    const answer = await strategist.call('POST', 'rule-packs/import', bad)
    expect(answer.status).toBe(422)
    expect((answer.at('fields') as { path: string }[]).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['rules.1.severity', 'rules.1.definition.terms']),
    )
    const slow = await strategist.call('POST', 'rule-packs/import', {
      ...bad,
      rules: [TERM, { ...TERM, definition: { kind: 'pattern', pattern: '(?=a)' } }],
    })
    expect(slow.at('fields.0.path')).toBe('rules.1.definition.pattern')
  })
})

describe('a waiver', () => {
  it('lets these words pass in this sentence, with its reason, and ends with any change of rule or words', async () => {
    const { id, ruleIds } = await packWith({ ...TERM, severity: 'block' })
    const [finding] = await check('Kara Cuma geldi. İyi günler.')
    const wish = { ruleId: finding?.ruleId, fingerprint: finding?.fingerprint, words: finding?.words }
    expect((await officer.call('POST', 'waivers', { ...wish, reason: 'Quoted' })).at('params.action')).toBe(
      'findings.waive',
    )
    expect((await strategist.call('POST', 'waivers', { ...wish, reason: ' ' })).at('fields.0.path')).toBe('reason')
    const waiver = await strategist.call('POST', 'waivers', { ...wish, reason: 'A quotation' })
    expect([waiver.status, waiver.at('reason')]).toEqual([201, 'A quotation'])
    expect((await check('Kara Cuma geldi. Hoşça kalın.'))[0]?.waived).toMatchObject({
      reason: 'A quotation',
      by: { name: 'strategist' },
    })
    expect((await check('Kara Cuma bitti.'))[0]?.waived).toBeNull()
    expect((await officer.call('GET', `waivers?ruleId=${ruleIds[0]}`)).at('items.0.words')).toBe('Kara Cuma')
    await strategist.call('DELETE', `waivers/${waiver.id}`)
    expect((await check('Kara Cuma geldi.'))[0]?.waived).toBeNull()
    await strategist.call('POST', 'waivers', { ...wish, reason: 'Again' })
    await strategist.call('PATCH', `rules/${ruleIds[0]}`, { reason: 'Another' })
    expect((await check('Kara Cuma geldi.'))[0]?.waived).toBeNull()
    await strategist.call('DELETE', `rule-packs/${id}`)
  })

  it('is refused for rules that let nothing pass, and for rules of others', async () => {
    const { id, ruleIds } = await packWith({ ...TERM, waivable: false })
    const wish = { ruleId: ruleIds[0], fingerprint: '0'.repeat(64), words: 'x', reason: 'Because' }
    expect((await strategist.call('POST', 'waivers', wish)).at('code')).toBe('finding.not-waivable')
    const { caller } = await addOrganisation(world)
    expect((await caller.call('POST', 'waivers', wish)).at('code')).toBe('reference.unknown')
    await strategist.call('DELETE', `rule-packs/${id}`)
  })
})
