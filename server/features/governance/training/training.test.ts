import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pictureForm } from '#test/fill-world.ts'
import type { Answer } from '#test/world.ts'
import {
  colleague,
  openCourse,
  openGovernance,
  publishedPolicy,
  rightAnswers,
  type Colleague,
  type GovernanceWorld,
} from '../test-governance.ts'
import { remindEnding } from './remind-ending.ts'

let governance: GovernanceWorld
const call = (method: string, path: string, body?: unknown) =>
  governance.world.admin.call(method, `/api/v1/${path}`, body)

beforeAll(async () => {
  governance = await openGovernance()
})
afterAll(() => governance.world.close())

const take = (person: Colleague, id: string, answers: unknown): Promise<Answer> =>
  person.call('POST', `/api/v1/courses/${id}/tries`, { language: 'en', answers })
const pass = async (person: Colleague, id: string) => take(person, id, await rightAnswers(governance.world, id))
/** What somebody may do, and what else holds it. */
const rights = async (person: Colleague) => {
  const me = await person.call('GET', '/api/v1/session')
  const held = me.at('held') as { action: string; code: string; params: Record<string, string> }[]
  return { actions: me.at('actions') as string[], held: held.filter(({ code }) => code !== 'right.scope-missing') }
}

describe('a course', () => {
  it('is taken without the right answers ever leaving the server', async () => {
    const id = await openCourse(governance)
    const officer = await colleague(governance.world, 'officer')
    const read = await officer.call('GET', `/api/v1/courses/${id}`)
    expect([read.status, read.at('questions'), read.at('content.questions.1.several')]).toEqual([200, 6, false])
    const failed = await take(officer, id, [])
    const passed = await pass(officer, id)
    expect([failed.at('passed'), passed.at('passed')]).toEqual([false, true])
    const listed = await officer.call('GET', '/api/v1/courses')
    for (const answer of [read, listed]) expect(JSON.stringify(answer.body)).not.toMatch(/correct|explanation/i)
    for (const answer of [failed, passed]) expect(JSON.stringify(answer.body)).not.toMatch(/correct|option/i)
    const secret = await officer.call('GET', `/api/v1/courses/${id}/content`)
    expect([secret.status, secret.at('params.action')]).toEqual([403, 'courses.change'])
  })

  it('says after grading which questions were right, and explains each', async () => {
    const id = await openCourse(governance)
    const officer = await colleague(governance.world, 'officer')
    const [first, ...others] = await rightAnswers(governance.world, id)
    const tried = await take(officer, id, [{ ...first, options: [] }, ...others])
    expect(tried.at('score')).toBe(83)
    expect((tried.at('questions') as { right: boolean }[]).map(({ right }) => right)).toEqual([
      false,
      ...others.map(() => true),
    ])
    expect(String(tried.at('questions.0.explanation.en'))).toContain('tone')
  })

  it('allows three tries an hour, also to somebody who sends ten at once', async () => {
    const id = await openCourse(governance)
    const officer = await colleague(governance.world, 'officer')
    const all = await Promise.all(Array.from({ length: 10 }, () => take(officer, id, [])))
    expect(all.filter(({ status }) => status === 201)).toHaveLength(3)
    const refused = all.find(({ status }) => status === 409)
    expect([refused?.at('code'), refused?.at('params')]).toEqual(['quiz.too-many-tries', { tries: 3, minutes: 60 }])
    expect((await officer.call('GET', `/api/v1/courses/${id}`)).at('tries')).toEqual({
      left: 0,
      nextAt: '2026-11-22T11:00:00.000Z',
      best: 0,
    })
    governance.setNow('2026-11-22T11:00:00Z')
    expect((await pass(officer, id)).at('certificate')).toEqual({
      state: 'held',
      issuedAt: '2026-11-22T11:00:00.000Z',
      expiresOn: '2027-11-22',
    })
    governance.setNow('2026-11-22T10:00:00Z')
  })

  it('that is not open is taken by nobody, and is not opened unfinished', async () => {
    const { id } = await governance.make('courses', {
      content: { title: { en: 'Empty' }, summary: { en: '' }, lessons: [], questions: [] },
    })
    const officer = await colleague(governance.world, 'officer')
    expect((await officer.call('GET', `/api/v1/courses/${id}`)).status).toBe(404)
    expect((await take(officer, id, [])).status).toBe(404)
    expect((await call('POST', `courses/${id}/tries`, { answers: [] })).at('code')).toBe('course.not-open')
    expect((await call('POST', `courses/${id}/publication`)).at('code')).toBe('course.unfinished')
  })

  it('shows pictures of the organisation in its lessons, and refuses others', async () => {
    const mediaId = (await governance.world.admin.call('POST', '/api/v1/media', pictureForm('A red cherry'))).id
    const { id } = await governance.make('courses', { ready: 'crisis' })
    const content = (await call('GET', `courses/${id}/content`)).at('content') as {
      lessons: { mediaIds: string[] }[]
    }
    const withPicture = (picture: string) => ({
      content: { ...content, lessons: content.lessons.map((lesson) => ({ ...lesson, mediaIds: [picture] })) },
    })
    const unknown = await call('PATCH', `courses/${id}`, withPicture(crypto.randomUUID()))
    expect([unknown.status, unknown.at('fields.0.path')]).toEqual([422, 'content.lessons.0.mediaIds'])
    expect((await call('PATCH', `courses/${id}`, withPicture(mediaId))).status).toBe(200)
    expect((await call('GET', `courses/${id}`)).at('content.lessons.0.media')).toEqual([
      { id: mediaId, url: `/api/v1/media/${mediaId}/file`, altText: 'A red cherry' },
    ])
  })

  it('that changes leaves the certificates that are held', async () => {
    const id = await openCourse(governance)
    const officer = await colleague(governance.world, 'officer')
    await pass(officer, id)
    const content = (await call('GET', `courses/${id}/content`)).at('content') as object
    expect((await call('PATCH', `courses/${id}`, { content: { ...content, passMark: 100 } })).status).toBe(200)
    expect((await officer.call('GET', `/api/v1/courses/${id}`)).at('certificate.state')).toBe('held')
    const holders = (await call('GET', `certificates?courseId=${id}&limit=200`)).at('items') as {
      id: string
      courses: { state: string }[]
    }[]
    expect(holders.find((person) => person.id === officer.personId)?.courses).toMatchObject([{ state: 'held' }])
  })
})

describe('a right that needs a certificate', () => {
  it('is held with its reason until the quiz is passed, and ends at midnight of the organisation', async () => {
    const id = await openCourse(governance)
    const officer = await colleague(governance.world, 'officer')
    const plan = () => officer.call('POST', '/api/v1/posts', {})
    const requirement = await governance.make('requirements', { action: 'posts.change', courseId: id, role: 'officer' })
    const refused = await plan()
    expect([refused.status, refused.at('code'), refused.at('params.title')]).toEqual([
      403,
      'right.certificate-missing',
      'Brand voice',
    ])
    expect((await rights(officer)).held).toContainEqual(
      expect.objectContaining({ action: 'posts.change', code: 'right.certificate-missing' }),
    )
    expect((await officer.call('GET', '/api/v1/training')).at('lacking')).toMatchObject([
      { kind: 'certificate', subject: { id }, state: 'missing', since: null, actions: ['posts.change'] },
    ])
    await pass(officer, id)
    expect((await rights(officer)).actions).toContain('posts.change')
    expect((await plan()).status).toBe(422)

    // Istanbul is three hours ahead: its 22 November ends at 21:00 UTC.
    governance.setNow('2027-11-22T20:59:59Z')
    expect((await plan()).status).toBe(422)
    governance.setNow('2027-11-22T21:00:00Z')
    const expired = await plan()
    expect([expired.status, expired.at('code'), expired.at('params.since')]).toEqual([
      403,
      'right.certificate-expired',
      '2027-11-22',
    ])
    await call('DELETE', `requirements/${requirement.id}`)
    expect((await plan()).status).toBe(422)
    governance.setNow('2026-11-22T10:00:00Z')
  })

  it('binds only the role, the unit and the units below it that the rule names', async () => {
    const id = await openCourse(governance)
    const { database, clock } = governance.world.kernel
    const { organisationId } = governance.world
    const [inside, outside] = [
      await colleague(governance.world, 'officer'),
      await colleague(governance.world, 'officer'),
    ]
    const [region, team] = [clock.newId(), clock.newId()]
    await database.inOrganisation(organisationId, async (db) => {
      const root = await db
        .selectFrom('organisation_units')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('parent_id', 'is', null)
        .executeTakeFirstOrThrow()
      const common = { organisation_id: organisationId, created_at: clock.now() }
      await db
        .insertInto('organisation_units')
        .values([
          { ...common, id: region, parent_id: root.id, kind: 'region', name: 'Türkiye' },
          { ...common, id: team, parent_id: region, kind: 'team', name: 'Gaziantep' },
        ])
        .execute()
      await db
        .insertInto('organisation_positions')
        .values({ ...common, id: clock.newId(), unit_id: team, title: 'Officer', person_id: inside.personId })
        .execute()
    })
    const lacks = async (person: Colleague) =>
      ((await person.call('GET', '/api/v1/training')).at('lacking') as unknown[]).length
    const forUnit = await governance.make('requirements', { action: 'posts.publish', courseId: id, unitId: region })
    expect(forUnit.at('unit')).toEqual({ id: region, name: 'Türkiye' })
    expect([await lacks(inside), await lacks(outside)]).toEqual([1, 0])
    await call('DELETE', `requirements/${forUnit.id}`)
    const forRole = await governance.make('requirements', { action: 'posts.publish', courseId: id, role: 'manager' })
    expect(await lacks(inside)).toBe(0)
    await call('DELETE', `requirements/${forRole.id}`)
  })
})

describe('a right that needs a policy', () => {
  it('lapses with each new version until that is accepted too', async () => {
    const id = await publishedPolicy(governance)
    const officer = await colleague(governance.world, 'officer')
    const write = () => officer.call('POST', '/api/v1/pieces', { title: 'A piece' })
    const requirement = await governance.make('requirements', { action: 'pieces.change', policyId: id })
    expect((await write()).at('code')).toBe('right.policy-not-accepted')
    await officer.call('POST', `/api/v1/policies/${id}/acceptances`, { number: 1, language: 'en' })
    expect((await write()).status).toBe(201)
    const content = (await call('GET', `policies/${id}`)).at('published.content') as { sections: unknown[] }
    await call('PATCH', `policies/${id}`, { content: { ...content, sections: content.sections.slice(1) } })
    expect((await write()).status).toBe(201)
    await governance.make(`policies/${id}/versions`, {})
    expect((await write()).at('code')).toBe('right.policy-not-accepted')
    expect((await officer.call('GET', '/api/v1/training')).at('lacking.0.state')).toBe('expired')
    await officer.call('POST', `/api/v1/policies/${id}/acceptances`, { number: 2, language: 'tr' })
    expect((await write()).status).toBe(201)
    await call('DELETE', `requirements/${requirement.id}`)
  })

  it('does not depend on what nobody can accept yet, and stands only once', async () => {
    const draft = await governance.make('policies', { starter: 'company' })
    const early = await call('POST', 'requirements', { action: 'posts.change', policyId: draft.id })
    expect([early.status, early.at('code')]).toEqual([409, 'requirement.not-published'])
    const id = await publishedPolicy(governance)
    const rule = { action: 'posts.approve', policyId: id, role: 'viewer' }
    const first = await governance.make('requirements', rule)
    expect((await call('POST', 'requirements', rule)).at('code')).toBe('record.exists')
    await call('DELETE', `requirements/${first.id}`)
    const second = await governance.make('requirements', rule)
    expect((await call('POST', `requirements/${first.id}/restoration`)).at('code')).toBe('record.exists')
    await call('DELETE', `requirements/${second.id}`)
    expect((await call('POST', `requirements/${first.id}/restoration`)).status).toBe(200)
    await call('DELETE', `requirements/${first.id}`)
    for (const [field, body] of [
      ['policyId', { policyId: crypto.randomUUID() }],
      ['courseId', { courseId: crypto.randomUUID() }],
      ['unitId', { policyId: id, unitId: crypto.randomUUID() }],
      ['policyId', {}],
    ] as const) {
      const refused = await call('POST', 'requirements', { action: 'posts.change', ...body })
      expect([refused.status, refused.at('fields.0.path')]).toEqual([422, field])
    }
  })
})

describe('a certificate that ends', () => {
  it('reminds its holder 30 and 7 days before, once each, and not where it was renewed', async () => {
    const id = await openCourse(governance)
    const [keeper, renewer] = [
      await colleague(governance.world, 'officer'),
      await colleague(governance.world, 'officer'),
    ]
    await pass(keeper, id)
    await pass(renewer, id)
    const told = async (person: Colleague) =>
      (await governance.noticesOf(person.personId))
        .filter(({ kind }) => kind === 'certificate.ends-soon')
        .map(({ params }) => (params as { days: number }).days)
    const on = async (day: string) => {
      governance.setNow(`${day}T06:00:00Z`)
      await remindEnding(governance.world.kernel)
      await remindEnding(governance.world.kernel)
    }
    await on('2027-10-22')
    expect(await told(keeper)).toEqual([])
    await on('2027-10-23')
    expect([await told(keeper), await told(renewer)]).toEqual([[30], [30]])
    await pass(renewer, id)
    await on('2027-11-16')
    expect([await told(keeper), await told(renewer)]).toEqual([[30, 6], [30]])
    await on('2027-11-23')
    expect(await told(keeper)).toEqual([30, 6])
    governance.setNow('2026-11-22T10:00:00Z')
  })
})
