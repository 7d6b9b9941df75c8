import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addPerson } from '#test/second-organisation.ts'
import { createWorld, type Answer, type World } from '#test/world.ts'

let world: World
let company: string
let region: string
beforeAll(async () => {
  world = await createWorld()
  company = String((await call('GET', 'scorecards')).at('items.0.id'))
  region = (await call('POST', 'units', { name: 'Türkiye', kind: 'region', parentId: company })).id
})
afterAll(() => world.close())

const call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  world.admin.call(method, `/api/v1/${path}`, body, headers)
const refusal = (answer: Answer) => [answer.status, answer.at('code')]
const objective = async (title: string, perspective = 'customer') =>
  (await call('POST', 'objectives', { title, perspective, startsOn: '2026-01-01', endsOn: '2027-12-31' })).id
const arrow = (causeId: string, effectId: string, id = company, drawn = true) =>
  call('PUT', `scorecards/${id}/causes`, { causeId, effectId, drawn })
interface Item {
  id: string
  light: string
  contribution: string
  measures: { id: string; light: string; value: string | null; why: string | null }[]
  below: { name: string; light: string }[]
  initiatives: { title: string }[]
  place: unknown
  version: number
}
const itemOf = (answer: Answer, id: string) => (answer.at('items') as Item[]).find((item) => item.id === id)

describe('The company’s scorecard', () => {
  let [skills, answers, loyal] = ['', '', '']
  beforeEach(async () => {
    skills = await objective('Skills', 'learning-and-growth')
    answers = await objective('Answers', 'internal-process')
    loyal = await objective('Loyal')
  })

  it('holds every objective, and says what brings about what', async () => {
    expect((await arrow(skills, answers)).status).toBe(200)
    const card = await arrow(answers, loyal)
    expect(card.at('causes')).toEqual(
      expect.arrayContaining([
        { causeId: skills, effectId: answers, above: false },
        { causeId: answers, effectId: loyal, above: false },
      ]),
    )
    expect(itemOf(card, loyal)).toMatchObject({ light: 'grey', measures: [], place: null })
    const without = await arrow(answers, loyal, company, false)
    expect(JSON.stringify(without.at('causes'))).not.toContain(loyal)
  })

  it('refuses a circle and names the way round', async () => {
    await arrow(skills, answers)
    await arrow(answers, loyal)
    const circle = await arrow(loyal, skills)
    expect([...refusal(circle), circle.at('params.path')]).toEqual([
      409,
      'scorecard.circle',
      'Loyal → Skills → Answers → Loyal',
    ])
    expect(refusal(await arrow(loyal, loyal))).toEqual([409, 'scorecard.circle'])
  })

  it('lets one of two arrows in that would close a circle at the same moment', async () => {
    const drawn = await Promise.all([arrow(skills, loyal), arrow(loyal, skills)])
    expect(drawn.map((answer) => answer.status).sort((left, right) => left - right)).toEqual([200, 409])
  })

  it('keeps where objectives were moved to', async () => {
    const moved = await call('PUT', `scorecards/${company}/places`, { items: [{ objectiveId: skills, x: 240, y: 10 }] })
    expect(moved.body).toEqual({ moved: 1 })
    expect(itemOf(await call('GET', `scorecards/${company}`), skills)?.place).toEqual({ x: 240, y: 10 })
    const stranger = { items: [{ objectiveId: crypto.randomUUID(), x: 1, y: 1 }] }
    expect(refusal(await call('PUT', `scorecards/${company}/places`, stranger))).toEqual([422, 'scorecard.not-here'])
  })

  it('measures an objective by a KPI with thresholds', async () => {
    const add = (green: number, amber: number, kpi = 'conversions') =>
      call('POST', 'scorecard-measures', { unitId: company, objectiveId: loyal, kpi, green, amber, days: 30 })
    expect(refusal(await add(5, 5))).toEqual([422, 'scorecard.thresholds'])
    const measure = await add(1, 0)
    expect(measure.body).toMatchObject({ value: '0', light: 'amber', unit: 'count', days: 30 })
    expect(itemOf(await call('GET', `scorecards/${company}`), loyal)?.light).toBe('amber')
    const changed = await call(
      'PATCH',
      `scorecard-measures/${measure.id}`,
      { green: 3, amber: 2 },
      { 'if-match': '"1"' },
    )
    expect([changed.status, changed.at('light')]).toEqual([200, 'red'])
    const late = await call('PATCH', `scorecard-measures/${measure.id}`, { green: 9 }, { 'if-match': '"1"' })
    expect(late.at('code')).toBe('record.changed')
    expect((await add(5, 1, 'conversion-rate')).body).toMatchObject({ value: null, why: 'zero-divisor', light: 'grey' })
    await call('DELETE', `scorecard-measures/${measure.id}`)
    expect(itemOf(await call('GET', `scorecards/${company}`), loyal)?.light).toBe('grey')
  })

  it('shows the campaigns that are to bring an objective about', async () => {
    const campaign = await call('POST', 'campaigns', {
      title: 'Harvest',
      startsOn: '2026-11-01',
      endsOn: '2027-03-31',
      goalIds: [],
    })
    const link = (recordId: string, linked = true) =>
      call('PUT', `scorecards/${company}/initiatives`, { objectiveId: loyal, kind: 'campaign', recordId, linked })
    expect(itemOf(await link(campaign.id), loyal)?.initiatives).toEqual([
      { kind: 'campaign', id: campaign.id, title: 'Harvest' },
    ])
    expect(itemOf(await link(campaign.id, false), loyal)?.initiatives).toEqual([])
    expect(refusal(await link(crypto.randomUUID()))).toEqual([422, 'reference.unknown'])
  })

  it('can neither be removed nor made again', async () => {
    expect(refusal(await call('DELETE', `scorecards/${company}`))).toEqual([409, 'scorecard.company'])
    expect(refusal(await call('POST', 'scorecards', { unitId: company }))).toEqual([409, 'scorecard.exists'])
  })

  it('is changed by those who set objectives, and read by everybody', async () => {
    const manager = await addPerson(world, 'manager')
    expect((await manager.call('GET', `/api/v1/scorecards/${company}`)).status).toBe(200)
    const drawn = await manager.call('PUT', `/api/v1/scorecards/${company}/causes`, {
      causeId: skills,
      effectId: loyal,
    })
    expect(refusal(drawn)).toEqual([403, 'right.missing'])
  })
})

describe('A unit’s scorecard', () => {
  it('derives from the one above it, and says in the unit’s words what it does', async () => {
    const [cause, effect] = [await objective('Train people', 'learning-and-growth'), await objective('Delight people')]
    await arrow(cause, effect)
    const made = await call('POST', 'scorecards', { unitId: region })
    expect([made.status, made.at('parentId'), made.at('objectives')]).toEqual([201, company, 0])
    expect(JSON.stringify(made.at('offered'))).toContain(cause)
    const take = (objectiveId: string, more = {}, headers = {}) =>
      call('PUT', `scorecards/${region}/objectives`, { objectiveId, ...more }, headers)
    await take(cause)
    const card = await take(effect, { contribution: 'Her mağazada tadım günü' })
    expect(itemOf(card, effect)).toMatchObject({ contribution: 'Her mağazada tadım günü', version: 1 })
    expect(card.at('causes')).toEqual([{ causeId: cause, effectId: effect, above: true }])
    expect(itemOf(await call('GET', `scorecards/${company}`), effect)?.below).toEqual([
      { unitId: region, name: 'Türkiye', light: 'grey' },
    ])
    await take(effect, { contribution: 'Haftada bir tadım' }, { 'if-match': '"1"' })
    const late = await take(effect, { contribution: 'Ayda bir' }, { 'if-match': '"1"' })
    expect(late.at('code')).toBe('record.changed')
    expect(refusal(await arrow(effect, cause, region))).toEqual([409, 'scorecard.circle'])
    expect(refusal(await take(crypto.randomUUID()))).toEqual([422, 'scorecard.not-above'])
    const given = await take(effect, { taken: false })
    expect([given.status, given.at('objectives')]).toEqual([200, 1])
  })

  it('measures what campaigns of the unit and of those below it brought, and nothing else', async () => {
    const loyal = await objective('Loyal there')
    await call('PUT', `scorecards/${region}/objectives`, { objectiveId: loyal })
    const channelId = (await call('POST', 'channels', { platform: 'newsroom', name: 'Newsroom', settings: {} })).id
    const measure = (unitId: string) =>
      call('POST', 'scorecard-measures', {
        unitId,
        objectiveId: loyal,
        kpi: 'posts-published',
        green: 2,
        amber: 1,
        days: 90,
      })
    expect([(await measure(company)).at('value'), (await measure(region)).at('value'), channelId]).toEqual([
      '0',
      '0',
      channelId,
    ])
    const card = await call('GET', `scorecards/${region}`)
    expect(itemOf(card, loyal)?.light).toBe('red')
  })

  it('is not removed while another derives from it', async () => {
    const team = (await call('POST', 'units', { name: 'İstanbul team', kind: 'team', parentId: region })).id
    expect((await call('POST', 'scorecards', { unitId: team })).at('parentId')).toBe(region)
    expect(refusal(await call('DELETE', `scorecards/${region}`))).toEqual([409, 'record.in-use'])
    await call('DELETE', `scorecards/${team}`)
    expect((await call('DELETE', `scorecards/${region}`)).status).toBe(200)
    expect((await call('GET', `scorecards/${region}`)).status).toBe(404)
  })
})

describe('The exported map', () => {
  const fetched = (file: string, key = world.adminKey) =>
    world.request(`/api/v1/scorecards/${company}/map.${file}`, { headers: { authorization: `Bearer ${key}` } })

  it('is a picture whose words are words, also Turkish ones and those that mean something in markup', async () => {
    await objective('Şeffaflık & güven <ilk>', 'financial')
    const answer = await fetched('svg')
    const svg = await answer.text()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8'])
    expect(svg).toContain('Şeffaflık &amp; güven')
    expect(svg).toMatch(/^<svg [^>]+>.*<text [^>]+>Learning and<\/text>/s)
    expect(svg).not.toContain('<ilk>')
  })

  it('is a document of one page with the letters of the typeface in it', async () => {
    const bytes = Buffer.from(await (await fetched('pdf')).arrayBuffer())
    const text = bytes.toString('latin1')
    expect(text.slice(0, 5)).toBe('%PDF-')
    expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
    expect(text).toMatch(/\/FontName \/[A-Z]+\+Inter/)
    const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, body = '']) => {
      try {
        return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
      } catch {
        return ''
      }
    })
    // The table from glyphs to letters must know the Turkish ones: U+015E is Ş.
    expect(streams.some((stream) => /beginbfrange|beginbfchar/.test(stream) && /015e/i.test(stream))).toBe(true)
  })

  it('is not given to strangers, and not for a unit without a card', async () => {
    expect((await world.request(`/api/v1/scorecards/${company}/map.svg`)).status).toBe(401)
    const missing = await world.request(`/api/v1/scorecards/${crypto.randomUUID()}/map.svg`, {
      headers: { authorization: `Bearer ${world.adminKey}` },
    })
    expect(missing.status).toBe(404)
  })
})
