import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addColleague, companyOf, made, type Colleague } from '#test/colleague.ts'
import { createWorld, type World } from '#test/world.ts'

let world: World
let company: string
let chief: Colleague
let officer: Colleague
let beside: Colleague
beforeAll(async () => {
  world = await createWorld()
  company = await companyOf(world)
  chief = await addColleague(world, 'Levent Onat', 'manager')
  officer = await addColleague(world, 'Burcu Tezel')
  beside = await addColleague(world, 'Callum Reay')
  const head = await position({ title: 'Region manager', personId: chief.id })
  await position({ title: 'Social officer', personId: officer.id, administrativeSuperiorId: head })
  await position({ title: 'Social officer', personId: beside.id, functionalSuperiorId: head })
})
afterAll(() => world.close())

const position = async (body: object) => (await made(world.admin, 'positions', { unitId: company, ...body })).id
const hours = {
  timeZone: 'Europe/Istanbul',
  week: [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 6 ? { from: '09:00', until: '18:00' } : null)),
}
const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('What is personal', () => {
  it('is seen by oneself, by superiors on the administrative line and by those who may change people, and by nobody else', async () => {
    await made(officer, `people/${officer.id}/profile`, { workingHours: hours, languages: ['tr', 'en'] }, 'PATCH')
    await made(officer, 'absences', { fromOn: soon(2), untilOn: soon(5) })
    const seen = async (who: { call: Colleague['call'] }) => {
      const profile = await who.call('GET', `/api/v1/people/${officer.id}/profile`)
      return [
        profile.at('languages'),
        profile.at('personal.workingHours.timeZone'),
        profile.at('personal.absences.length'),
      ]
    }
    const everything = [['tr', 'en'], 'Europe/Istanbul', 1]
    expect([await seen(officer), await seen(chief), await seen(world.admin)]).toEqual([
      everything,
      everything,
      everything,
    ])
    expect(await seen(beside)).toEqual([['tr', 'en'], undefined, undefined])
  })

  it('is not to be had by way of the list of absences, nor of the events', async () => {
    const own = await beside.call('GET', `/api/v1/absences?personId=${officer.id}`)
    expect(own.at('items')).toEqual([])
    expect((await chief.call('GET', '/api/v1/absences')).at('items.0.person.name')).toBe('Burcu Tezel')
    const events = await beside.call('GET', `/api/v1/events?subjectId=${officer.id}`)
    expect(JSON.stringify(events.body)).toContain('person.absence-set')
    expect(JSON.stringify(events.body)).not.toContain(soon(2))
    expect(JSON.stringify(events.body)).not.toContain('18:00')
  })

  it('is changed by those who are responsible, and refused to others with the rule', async () => {
    expect((await chief.call('PATCH', `/api/v1/people/${officer.id}/profile`, { languages: ['tr'] })).status).toBe(200)
    const refused = await beside.call('PATCH', `/api/v1/people/${officer.id}/profile`, { languages: [] })
    expect([refused.status, refused.at('code')]).toEqual([403, 'right.not-responsible'])
    const away = await beside.call('POST', '/api/v1/absences', {
      personId: officer.id,
      fromOn: soon(1),
      untilOn: soon(1),
    })
    expect([away.status, away.at('code')]).toEqual([403, 'right.not-responsible'])
  })
})

describe('An absence', () => {
  it('names who stands in, and tells them', async () => {
    await made(officer, 'absences', { fromOn: soon(10), untilOn: soon(12), delegateId: beside.id })
    const notices = await beside.call('GET', '/api/v1/notices')
    expect([notices.at('items.0.kind'), notices.at('items.0.params.person')]).toEqual([
      'absence.delegated',
      'Burcu Tezel',
    ])
  })

  it('is refused where it ends before it begins, and where somebody would stand in for themselves', async () => {
    const backwards = await officer.call('POST', '/api/v1/absences', { fromOn: soon(3), untilOn: soon(2) })
    expect([backwards.at('code'), backwards.at('fields.0.path')]).toEqual(['time.order', 'untilOn'])
    const own = await officer.call('POST', '/api/v1/absences', {
      fromOn: soon(3),
      untilOn: soon(4),
      delegateId: officer.id,
    })
    expect(own.at('code')).toBe('absence.own-delegate')
  })

  it('is taken back by those whom it concerns; to others it is not there', async () => {
    const away = await made(officer, 'absences', { fromOn: soon(20), untilOn: soon(21) })
    expect((await beside.call('DELETE', `/api/v1/absences/${away.id}`)).status).toBe(404)
    expect((await officer.call('DELETE', `/api/v1/absences/${away.id}`)).status).toBe(200)
  })
})

describe('Expertise', () => {
  it('is found by topic, whoever leads it first, however it is written', async () => {
    const knows = (who: Colleague, topic: string, level: string) =>
      made(who, `people/${who.id}/profile`, { expertise: [{ topic, level, note: 'Ask me' }] }, 'PATCH')
    await knows(beside, 'crisis', 'advises')
    await knows(officer, 'Crisis', 'leads')
    const found = await beside.call('GET', '/api/v1/experts')
    const crisis = (found.at('items') as { topic: string; experts: { person: { name: string } }[] }[]).filter(
      ({ topic }) => topic.toLowerCase() === 'crisis',
    )
    expect(crisis.map(({ experts }) => experts.map(({ person }) => person.name))).toEqual([
      ['Burcu Tezel', 'Callum Reay'],
    ])
  })

  it('is not named twice', async () => {
    const twice = await officer.call('PATCH', `/api/v1/people/${officer.id}/profile`, {
      expertise: [
        { topic: 'Brand', level: 'leads' },
        { topic: 'brand', level: 'knows' },
      ],
    })
    expect([twice.status, twice.at('fields.0.path'), twice.at('fields.0.code')]).toEqual([
      422,
      'expertise.1.topic',
      'record.exists',
    ])
  })
})

describe('Notices', () => {
  it('are one’s own, and stay unread where somebody else reads', async () => {
    const before = (await beside.call('GET', '/api/v1/notices')).at('unread')
    const theirs = (await beside.call('GET', '/api/v1/notices')).at('items.0.id')
    await officer.call('POST', '/api/v1/notices/reading', { ids: [theirs] })
    expect((await beside.call('GET', '/api/v1/notices')).at('unread')).toBe(before)
    expect(before).toBeGreaterThan(0)
  })
})
