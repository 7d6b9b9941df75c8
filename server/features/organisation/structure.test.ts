import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addColleague, companyOf, made } from '#test/colleague.ts'
import { createWorld, type World } from '#test/world.ts'

let world: World
let company: string
beforeAll(async () => {
  world = await createWorld()
  company = await companyOf(world)
})
afterAll(() => world.close())

const unit = async (name: string, parentId = company, kind = 'department') =>
  (await made(world.admin, 'units', { name, kind, parentId })).id
const call = (method: string, path: string, body?: unknown) => world.admin.call(method, `/api/v1/${path}`, body)
const eventsOf = async (id: string) => {
  const events = await call('GET', `events?subjectId=${id}&limit=50`)
  return (events.at('items') as { verb: string }[]).map((event) => event.verb)
}

describe('A unit', () => {
  it('is added, renamed, moved, closed and opened again, and all of it is recorded', async () => {
    const sales = await unit('Sales')
    const region = await made(world.admin, 'units', {
      name: 'DACH',
      kind: 'region',
      parentId: company,
      locale: 'de-DE',
      timeZone: 'Europe/Berlin',
      country: 'DE',
    })
    const moved = await call('PATCH', `units/${region.id}`, { parentId: sales, name: 'DACH and Benelux' })
    expect([moved.status, moved.at('parentId'), moved.at('name'), moved.at('locale')]).toEqual([
      200,
      sales,
      'DACH and Benelux',
      'de-DE',
    ])
    await call('POST', `units/${region.id}/closure`)
    const opened = await call('DELETE', `units/${region.id}/closure`)
    expect(opened.at('closedAt')).toBeNull()
    expect(await eventsOf(region.id)).toEqual(['unit.opened', 'unit.closed', 'unit.changed', 'unit.created'])
  })

  it('cannot be moved below itself', async () => {
    const above = await unit('Above')
    const below = await unit('Below', above, 'team')
    const refused = await call('PATCH', `units/${above}`, { parentId: below })
    expect([refused.status, refused.at('code'), refused.at('params'), refused.at('fields.0.path')]).toEqual([
      409,
      'unit.circle',
      { unit: 'Above', parent: 'Below' },
      'parentId',
    ])
  })

  it('forms no circle when two are moved below each other at once', async () => {
    const [one, other] = [await unit('One'), await unit('Other')]
    const answers = await Promise.all([
      call('PATCH', `units/${one}`, { parentId: other }),
      call('PATCH', `units/${other}`, { parentId: one }),
    ])
    expect(answers.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([200, 409])
  })

  it('is not closed while it has open positions or units below it, which are counted', async () => {
    const used = await unit('Used')
    const below = await unit('Team in it', used, 'team')
    const position = await made(world.admin, 'positions', { unitId: used, title: 'Head' })
    const refused = await call('POST', `units/${used}/closure`)
    expect([refused.status, refused.at('code'), refused.at('params.positions'), refused.at('params.units')]).toEqual([
      409,
      'unit.in-use',
      1,
      1,
    ])
    await call('POST', `positions/${position.id}/closure`)
    await call('POST', `units/${below}/closure`)
    expect((await call('POST', `units/${used}/closure`)).status).toBe(200)
    const late = await call('POST', 'positions', { unitId: used, title: 'Late' })
    expect([late.status, late.at('code'), late.at('fields.0.path')]).toEqual([409, 'unit.closed', 'unitId'])
  })

  it('that is the company stays where it is, and open', async () => {
    const other = await unit('Elsewhere')
    expect((await call('PATCH', `units/${company}`, { parentId: other })).at('code')).toBe('unit.company')
    expect((await call('POST', `units/${company}/closure`)).at('code')).toBe('unit.company')
    expect((await call('PATCH', `units/${company}`, { description: 'Coffee' })).status).toBe(200)
  })

  it('refuses a change made against an older version', async () => {
    const id = await unit('Versioned')
    await call('PATCH', `units/${id}`, { name: 'Second' })
    const late = await world.admin.call('PATCH', `/api/v1/units/${id}`, { name: 'Third' }, { 'if-match': '"1"' })
    expect(late.at('code')).toBe('record.changed')
  })

  it('knows the public holidays of its country, in the language of whoever asks', async () => {
    const region = await made(world.admin, 'units', {
      name: 'Türkiye',
      kind: 'region',
      parentId: company,
      country: 'TR',
    })
    const holidays = await world.admin.call('GET', `/api/v1/units/${region.id}/holidays?from=2027-04-01`)
    const named = new Map((holidays.at('items') as { on: string; name: string }[]).map(({ on, name }) => [on, name]))
    expect([named.has('2027-04-23'), named.has('2027-10-29'), named.has('2028-01-01')]).toEqual([true, true, true])
  })
})

describe('A position', () => {
  it('says since when it is vacant, and what it is for', async () => {
    const unitId = await unit('Legal')
    const person = await addColleague(world, 'Tomas Keller')
    const position = await made(world.admin, 'positions', {
      unitId,
      title: 'Head of legal',
      description: 'Reads what could bind the company.',
      duty: 'legal',
      personId: person.id,
    })
    expect([position.at('vacantSince'), position.at('person.name')]).toEqual([null, 'Tomas Keller'])
    const vacated = await call('PATCH', `positions/${position.id}`, { personId: null })
    expect([vacated.at('person'), typeof vacated.at('vacantSince')]).toEqual([null, 'string'])
    const filled = await call('PATCH', `positions/${position.id}`, { personId: person.id })
    expect([filled.at('vacantSince'), filled.at('duty')]).toEqual([null, 'legal'])
  })

  it('may be one of several that a person holds', async () => {
    const unitId = await unit('Several')
    const person = await addColleague(world, 'Burcu Tezel')
    for (const title of ['Officer', 'Trainer'])
      await made(world.admin, 'positions', { unitId, title, personId: person.id })
    const profile = await call('GET', `people/${person.id}/profile`)
    expect((profile.at('positions') as { title: string }[]).map(({ title }) => title)).toEqual(['Officer', 'Trainer'])
  })

  it('names its superiors when it is added', async () => {
    const unitId = await unit('Lines')
    const head = await made(world.admin, 'positions', { unitId, title: 'Head' })
    const officer = await made(world.admin, 'positions', {
      unitId,
      title: 'Officer',
      functionalSuperiorId: head.id,
      administrativeSuperiorId: head.id,
    })
    const lines = await call('GET', `positions/${officer.id}/lines`)
    expect((lines.at('items') as { superior: { id: string } }[]).map(({ superior }) => superior.id)).toEqual([
      head.id,
      head.id,
    ])
  })

  it('falls vacant when the account of whoever holds it is closed, and the functional superior is told', async () => {
    const unitId = await unit('Leaving')
    const boss = await addColleague(world, 'Deniz Korkut', 'strategist')
    const leaver = await addColleague(world, 'Anke Moll')
    const head = await made(world.admin, 'positions', { unitId, title: 'Strategist', personId: boss.id })
    const held = await made(world.admin, 'positions', {
      unitId,
      title: 'Social officer',
      personId: leaver.id,
      functionalSuperiorId: head.id,
    })
    await made(world.admin, `people/${leaver.id}`, { active: false }, 'PATCH')
    const position = await call('GET', `positions/${held.id}`)
    expect([position.at('person'), typeof position.at('vacantSince')]).toEqual([null, 'string'])
    const notices = await boss.call('GET', '/api/v1/notices')
    expect([notices.at('unread'), notices.at('items.0.kind'), notices.at('items.0.params.person')]).toEqual([
      1,
      'position.vacated',
      'Anke Moll',
    ])
    expect((await boss.call('POST', '/api/v1/notices/reading', {})).at('unread')).toBe(0)
  })
})

describe('An invitation into a position', () => {
  it('seats whoever accepts it', async () => {
    const unitId = await unit('Newcomers')
    const invited = await made(world.admin, 'invitations', {
      email: 'nora@example.org',
      name: 'Nora',
      role: 'officer',
      newPosition: { unitId, title: 'Social officer' },
    })
    expect(invited.at('positions.0.title')).toBe('Social officer')
    const token = String(invited.at('link')).split('/').at(-1)
    const joined = await made(world.stranger, `invitations/by-token/${token}/acceptance`, {
      name: 'Nora',
      password: 'harbour-violin-42-cloud',
    })
    const profile = await call('GET', `people/${String(joined.at('personId'))}/profile`)
    expect(profile.at('positions.0.unit.name')).toBe('Newcomers')
  })
})
