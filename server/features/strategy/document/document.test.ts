import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addColleague, type Colleague } from '#test/colleague.ts'
import { createWorld, type Answer, type World } from '#test/world.ts'
import { remindOfReview } from './jobs.ts'

let world: World
let manager: Colleague
let executive: Colleague
let officer: Colleague
let now = new Date('2026-11-22T10:00:00Z')

const path = (place: string) => `/api/v1/plan-document${place}`
const call = (method: string, place: string, body?: unknown, headers?: Record<string, string>) =>
  world.admin.call(method, path(place), body, headers)
const sectionOf = (answer: Answer, key: string) => {
  const chapters = (answer.at('content.chapters') ?? answer.at('chapters')) as { sections: Section[] }[]
  return chapters.flatMap(({ sections }) => sections).find((section) => section.key === key)
}
interface Section {
  readonly key: string
  readonly text: string
  readonly blocks: { room: string; hidden: boolean; parts: { rows: { cells: string[] }[] }[] }[]
}
const write = (key: string, en: string, tr = '') => call('PATCH', '', { texts: [{ key, texts: { en, tr } }] })
const noticesOf = (personId: string) =>
  world.kernel.database.inOrganisation(world.organisationId, (db) =>
    db
      .selectFrom('organisation_notices')
      .select(['kind', 'params'])
      .where('person_id', '=', personId)
      .where('subject_type', '=', 'plan-document')
      .orderBy('id')
      .execute(),
  )

beforeAll(async () => {
  world = await createWorld({ clock: { now: () => now, newId: () => v7() } })
  manager = await addColleague(world, 'Mina Kaya', 'manager')
  executive = await addColleague(world, 'Esra Tan', 'executive')
  officer = await addColleague(world, 'Ozan Ak', 'officer')
  const dates = { startsOn: '2026-01-01', endsOn: '2027-12-31' }
  const made = await world.admin.call('POST', '/api/v1/objectives', {
    title: 'Grow direct revenue',
    perspective: 'financial',
    ...dates,
  })
  const goal = { title: '9,000 orders', kpi: 'conversions', baseline: 0, target: 9000, dueOn: '2027-06-30' }
  await world.admin.call('POST', '/api/v1/goals', { ...goal, objectiveIds: [made.id] })
  const plan = { level: 'tactical', title: 'Pictures of the harvest', objectiveIds: [made.id], askedBudget: '1200.50' }
  await world.admin.call('POST', '/api/v1/plans', { ...plan, ...dates })
})
afterAll(() => world.close())

describe('the plan, before anybody has begun it,', () => {
  it('already reads what the records say, and refuses to be proposed', async () => {
    expect((await call('GET', '')).at('begun')).toBe(false)
    const goals = sectionOf(await call('GET', '/draft?language=tr'), 'goals')
    expect(
      goals?.blocks.flatMap(({ parts }) => parts.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]))),
    ).toEqual(['Grow direct revenue', '9,000 orders'])
    const refused = await call('POST', '/versions', { note: '' })
    expect([refused.status, refused.at('code')]).toEqual([409, 'document.not-begun'])
  })
})

describe('the plan', () => {
  it('begins with a ready one in both languages, in which the organisation is named', async () => {
    const begun = await call('PUT', '/starter', { starter: 'charity' })
    expect([begun.status, begun.at('begun'), begun.at('title.tr')]).toEqual([
      200,
      true,
      'Kavrela Coffee davamız için sosyal medya planı',
    ])
    const texts = begun.at('texts') as { key: string; texts: { en: string; tr: string } }[]
    expect(texts.filter(({ texts: { en, tr } }) => en === '' || tr === '' || /\{/.test(en + tr))).toEqual([])
  })

  it('keeps what somebody has written when it begins anew with another', async () => {
    await write('motive', 'Our own words')
    const again = await call('PUT', '/starter', { starter: 'b2b' })
    const texts = again.at('texts') as { key: string; texts: { en: string; tr: string } }[]
    const motive = texts.find(({ key }) => key === 'motive')?.texts
    expect([motive?.en, motive?.tr.slice(0, 20)]).toEqual(['Our own words', 'Karşı tarafta kimse '])
    expect(texts.find(({ key }) => key === 'message')?.texts.en).toContain('how a problem is solved')
  })

  it('shows a text in the other language where nobody has translated it, and says so', async () => {
    await write('market', 'Only in English')
    const market = sectionOf(await call('GET', '/draft?language=tr'), 'market')
    expect(market).toMatchObject({ text: 'Only in English', textLanguage: 'en' })
  })

  it('refuses a change against a version that is no longer stored', async () => {
    const version = Number((await call('GET', '')).at('version'))
    const change = (title: string, seen: number) =>
      call('PATCH', '', { title: { en: title, tr: '' } }, { 'if-match': `"${seen}"` })
    expect((await change('Mine', version)).status).toBe(200)
    expect((await change('Theirs', version)).at('code')).toBe('record.changed')
  })

  it('leaves budgets out for those who may not see them', async () => {
    const asked = async (reader: Colleague) =>
      sectionOf(await reader.call('GET', path('/draft')), 'budget')?.blocks.find(({ room }) => room === 'asked')
    expect((await asked(officer))?.hidden).toBe(true)
    expect(JSON.stringify(await asked(officer))).not.toContain('1,200')
    expect((await asked(manager))?.parts[0]?.rows[0]?.cells).toEqual([
      'Pictures of the harvest',
      'Draft',
      '€1,200.50',
      '–',
    ])
  })
})

describe('a version', () => {
  it('keeps texts and figures of its moment, tells those who approve, and holds back another proposal', async () => {
    const made = await manager.call('POST', path('/versions'), { note: 'First reading' })
    expect([made.status, made.at('number'), made.at('state'), made.at('mayDecide')]).toEqual([
      201,
      1,
      'proposed',
      false,
    ])
    expect(await noticesOf(executive.id)).toEqual([
      { kind: 'plan-document.proposed', params: { by: 'Mina Kaya', number: 1 } },
    ])
    expect(await noticesOf(manager.id)).toEqual([])
    const again = await call('POST', '/versions', { note: '' })
    expect([again.status, again.at('code')]).toEqual([409, 'document.waiting'])
    await write('motive', 'Written after the proposal')
    const read = await call('GET', '/versions/1')
    expect([sectionOf(read, 'motive')?.text, read.at('intact')]).toEqual(['Our own words', true])
  })

  it('is not decided by its author, nor by somebody who may not approve, and is returned only with words', async () => {
    const decide = (caller: Pick<Colleague, 'call'>, body: object) =>
      caller.call('POST', path('/versions/1/decision'), body)
    expect((await decide(manager, { outcome: 'approved' })).at('code')).toBe('right.missing')
    expect((await decide(executive, { outcome: 'returned' })).at('code')).toBe('approval.reason-needed')
    const returned = await decide(executive, { outcome: 'returned', words: 'Say what it costs.' })
    expect([returned.at('state'), returned.at('decidedBy.name')]).toEqual(['returned', 'Esra Tan'])
    expect((await noticesOf(manager.id)).at(-1)?.params).toEqual({
      by: 'Esra Tan',
      number: 1,
      words: 'Say what it costs.',
    })
    expect((await decide(executive, { outcome: 'approved' })).at('code')).toBe('document.decided')
    const own = await executive.call('POST', path('/versions'), { note: 'By an approver' })
    expect(own.at('number')).toBe(2)
    const refused = await executive.call('POST', path('/versions/2/decision'), { outcome: 'approved' })
    expect([refused.status, refused.at('code')]).toEqual([403, 'document.own'])
  })

  it('is taken back by its author or by those who approve, and then no longer decided', async () => {
    const withdraw = (caller: Pick<Colleague, 'call'>) => caller.call('POST', path('/versions/2/withdrawal'), {})
    expect((await withdraw(officer)).at('code')).toBe('document.not-author')
    expect((await withdraw(executive)).at('state')).toBe('withdrawn')
    expect((await call('POST', '/versions/2/decision', { outcome: 'approved' })).at('code')).toBe('document.decided')
  })

  it('is compared word by word and record by record, without budgets for those who may not see them', async () => {
    const goals = await world.admin.call('GET', '/api/v1/goals')
    await world.admin.call('PATCH', `/api/v1/goals/${String(goals.at('items.0.id'))}`, { target: '9500' })
    const plans = await world.admin.call('GET', '/api/v1/plans')
    await world.admin.call('PATCH', `/api/v1/plans/${String(plans.at('items.0.id'))}`, { askedBudget: '900' })
    const compared = await manager.call('GET', path('/comparison?from=1'))
    const sections = compared.at('sections') as { key: string; state: string; text: unknown; records: unknown[] }[]
    const changed = sections.filter(({ state }) => state === 'changed')
    expect(changed.map(({ key }) => key)).toEqual(['motive', 'goals', 'budget'])
    expect(changed[0]?.text).toEqual([
      { kind: 'removed', text: 'Our own words' },
      { kind: 'added', text: 'Written after the proposal' },
    ])
    expect(changed[1]?.records).toMatchObject([
      { name: '9,000 orders', state: 'changed', changes: [{ column: 'Target', before: '9,000', after: '9,500' }] },
    ])
    const seen = await officer.call('GET', path('/comparison?from=1'))
    expect(JSON.stringify(seen.body)).not.toContain('900')
  })

  it('in force is the newest that was approved', async () => {
    await manager.call('POST', path('/versions'), { note: 'With costs' })
    await executive.call('POST', path('/versions/3/decision'), { outcome: 'approved' })
    const plan = await call('GET', '')
    expect([plan.at('inForce'), plan.at('waiting')]).toEqual([3, null])
    const rows = await world.kernel.database.inOrganisation(world.organisationId, (db) =>
      db.selectFrom('strategy_document_versions').select(['number', 'state']).orderBy('number').execute(),
    )
    expect(rows.map(({ state }) => state)).toEqual(['returned', 'withdrawn', 'approved'])
  })
})

describe('a link', () => {
  const share = (body: object) => call('POST', '/links', { number: 3, name: 'The board', days: 7, ...body })
  const tokenOf = (answer: Answer) => String(answer.at('url')).split('/plan/')[1] ?? ''
  const open = (token: string, ending = '') => world.request(`/api/v1/shared-plans/${token}${ending}`)

  it('opens one version to a stranger, without budgets unless it was made with them, and is kept only as a hash', async () => {
    const made = await share({})
    const token = tokenOf(made)
    const shown = await open(token, '?language=tr')
    const body = (await shown.json()) as { number: number; content: { organisation: string } }
    expect([shown.status, shown.headers.get('x-robots-tag'), body.number]).toEqual([200, 'noindex, nofollow', 3])
    expect(JSON.stringify(body)).not.toContain('900')
    const links = await call('GET', '/links')
    expect([links.at('items.0.state'), links.at('items.0.openedAt')]).toEqual(['open', now.toISOString()])
    const withBudget = await open(tokenOf(await share({ budget: true })))
    expect(await withBudget.text()).toContain('€900')
    const stored = await world.kernel.database.inOrganisation(world.organisationId, (db) =>
      db.selectFrom('strategy_document_links').selectAll().execute(),
    )
    expect(JSON.stringify(stored)).not.toContain(token)
  })

  it('asks search engines to stay away, on its page too', async () => {
    const page = await world.request(`/plan/${tokenOf(await share({}))}`)
    expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow')
    const file = await open(tokenOf(await share({})), '/plan.pdf')
    expect([file.status, file.headers.get('content-type'), file.headers.get('x-robots-tag')]).toEqual([
      200,
      'application/pdf',
      'noindex, nofollow',
    ])
  })

  it('opens nothing once it was withdrawn, and says when its time is over', async () => {
    const made = await share({})
    expect((await call('DELETE', `/links/${made.id}`)).status).toBe(200)
    expect((await open(tokenOf(made))).status).toBe(404)
    expect((await open(tokenOf(made), '/plan.pdf')).status).toBe(404)
    expect((await call('DELETE', `/links/${made.id}`)).at('code')).toBe('record.not-found')
    const token = tokenOf(await share({}))
    const before = now
    now = new Date('2026-11-29T10:00:00Z')
    const late = await open(token)
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([410, 'document.link-expired'])
    now = before
  })
})

describe('the review', () => {
  it('is reminded of a week ahead and on its day, once each, of whoever answers for the plan', async () => {
    const set = await call('PATCH', '', { ownerId: manager.id, reviewEvery: 'quarter', reviewOn: '2026-12-01' })
    expect([set.at('reviewOn'), set.at('reviewDue')]).toEqual(['2026-12-01', false])
    const before = (await noticesOf(manager.id)).length
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-12-01', '2026-12-02']) {
      now = new Date(`${day}T09:00:00Z`)
      await remindOfReview(world.kernel)
    }
    expect((await noticesOf(manager.id)).slice(before)).toEqual([
      { kind: 'plan-document.review-ahead', params: { on: '2026-12-01' } },
      { kind: 'plan-document.review-due', params: { on: '2026-12-01' } },
    ])
    expect((await call('GET', '')).at('version')).toBe(set.at('version'))
  })

  it('is recorded about the version in force, and sets the next day', async () => {
    const lacking = await manager.call('POST', path('/reviews'), { outcome: 'to-change' })
    expect(lacking.at('code')).toBe('approval.reason-needed')
    const said = await manager.call('POST', path('/reviews'), { outcome: 'to-change', words: 'New channel' })
    expect([said.status, said.at('number'), said.at('dueOn')]).toEqual([201, 3, '2026-12-01'])
    const plan = await call('GET', '')
    expect([plan.at('reviewOn'), plan.at('reviewDue')]).toEqual(['2027-03-01', false])
    expect((await call('GET', '/reviews')).at('items.0.words')).toBe('New channel')
  })

  it('cannot be set to a day that has passed', async () => {
    const refused = await call('PATCH', '', { reviewOn: '2026-11-01' })
    expect([refused.status, refused.at('fields.0.code')]).toEqual([422, 'time.past'])
    expect((await call('PATCH', '', { reviewEvery: 'never' })).at('reviewOn')).toBe(null)
  })
})
