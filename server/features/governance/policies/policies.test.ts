import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { colleague, openGovernance, publishedPolicy, type Colleague, type GovernanceWorld } from '../test-governance.ts'

let governance: GovernanceWorld
let officer: Colleague
const call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  governance.world.admin.call(method, `/api/v1/${path}`, body, headers)

beforeAll(async () => {
  governance = await openGovernance()
  officer = await colleague(governance.world, 'officer')
})
afterAll(() => governance.world.close())

interface Content {
  title: { en: string; tr: string }
  summary: { en: string; tr: string }
  sections: { key: string; texts: { en: { title: string; text: string } | null; tr: unknown } }[]
}

/** The draft of a next version in which one sentence of the first section is new. */
async function nextDraft(id: string, sentence: string): Promise<Content> {
  const content = (await call('GET', `policies/${id}`)).at('published.content') as Content
  const [first, ...more] = content.sections
  if (first?.texts.en == null) throw new Error('The starter has a first section in English.')
  const en = { ...first.texts.en, text: `${first.texts.en.text} ${sentence}` }
  return { ...content, sections: [{ ...first, texts: { ...first.texts, en } }, ...more] }
}

describe('a policy', () => {
  it('begins as a draft that only those see who change policies', async () => {
    const made = await governance.make('policies', { starter: 'charity' })
    expect([made.at('current'), made.at('draft'), made.at('published'), made.at('mine.state')]).toEqual([
      null,
      true,
      null,
      'nothing-to-accept',
    ])
    expect(String(made.at('next.summary.en'))).toContain('Kavrela Coffee')
    expect((await officer.call('GET', `/api/v1/policies/${made.id}`)).status).toBe(404)
    const seen = (await officer.call('GET', '/api/v1/policies')).at('items') as { id: string }[]
    expect(seen.map(({ id }) => id)).not.toContain(made.id)
    const accepted = await officer.call('POST', `/api/v1/policies/${made.id}/acceptances`, {
      number: 1,
      language: 'en',
    })
    expect(accepted.status).toBe(404)
  })

  it('in force is told to everybody but its author, each in their language', async () => {
    const id = await publishedPolicy(governance)
    expect(await governance.noticesOf(officer.personId)).toContainEqual({
      kind: 'policy.published',
      params: { title: 'Social media policy', number: 1 },
    })
    expect(await governance.noticesOf(governance.world.personId)).toEqual([])
    const read = await officer.call('GET', `/api/v1/policies/${id}`)
    expect([read.at('current.number'), read.at('mine.state'), read.at('next')]).toEqual([1, 'missing', null])
  })

  it('is accepted with version, time, language and hash of the text, for oneself and once', async () => {
    const id = await publishedPolicy(governance)
    const accept = () => officer.call('POST', `/api/v1/policies/${id}/acceptances`, { number: 1, language: 'tr' })
    const accepted = await accept()
    expect([accepted.status, accepted.at('mine')]).toEqual([
      201,
      { state: 'accepted', number: 1, acceptedAt: '2026-11-22T10:00:00.000Z' },
    ])
    await accept()
    const events = (await governance.eventsOf(id)).filter(({ verb }) => verb === 'policy.accepted')
    expect(events).toEqual([
      {
        verb: 'policy.accepted',
        after: { personId: officer.personId, number: 1, language: 'tr', hash: accepted.at('published.hashes.tr') },
      },
    ])
    expect(accepted.at('published.hashes.tr')).not.toBe(accepted.at('published.hashes.en'))
    const mine = await call('GET', `policies/${id}`)
    expect([mine.at('mine.state'), mine.at('accepted')]).toEqual(['missing', 1])
  })

  it('has to be accepted again when a new version is in force, and never in a version that is not', async () => {
    const id = await publishedPolicy(governance)
    const accept = (number: number) =>
      officer.call('POST', `/api/v1/policies/${id}/acceptances`, { number, language: 'en' })
    await accept(1)
    await call('PATCH', `policies/${id}`, { content: await nextDraft(id, 'Ask twice.') })
    expect((await officer.call('GET', `/api/v1/policies/${id}`)).at('mine.state')).toBe('accepted')
    await governance.make(`policies/${id}/versions`, { note: 'Asking twice' })
    expect((await officer.call('GET', `/api/v1/policies/${id}`)).at('mine')).toMatchObject({
      state: 'older',
      number: 1,
    })
    for (const number of [1, 3]) {
      const refused = await accept(number)
      expect([refused.status, refused.at('code')]).toEqual([409, 'policy.not-current'])
    }
    expect((await accept(2)).at('mine.state')).toBe('accepted')
    const versions = await officer.call('GET', `/api/v1/policies/${id}/versions`)
    expect(versions.at('items')).toMatchObject([
      { number: 2, note: 'Asking twice', accepted: 1 },
      { number: 1, note: 'The first', accepted: 1 },
    ])
    const old = await officer.call('GET', `/api/v1/policies/${id}/versions/1`)
    expect(JSON.stringify(old.at('content'))).not.toContain('Ask twice.')
  })

  it('shows word by word what a version changed; drafts only to those who change policies', async () => {
    const id = await publishedPolicy(governance)
    await call('PATCH', `policies/${id}`, { content: await nextDraft(id, 'Ask twice.') })
    const draft = await call('GET', `policies/${id}/comparison?from=1`)
    const [first, ...others] = draft.at('items') as { state: string; text: { kind: string; text: string }[] }[]
    expect([first?.state, first?.text.at(-1), first?.text.length]).toEqual([
      'changed',
      { kind: 'added', text: ' Ask twice.' },
      2,
    ])
    expect(others.every(({ state }) => state === 'same')).toBe(true)
    expect((await officer.call('GET', `/api/v1/policies/${id}/comparison?from=1`)).status).toBe(404)
    await governance.make(`policies/${id}/versions`, {})
    const published = await officer.call('GET', `/api/v1/policies/${id}/comparison?from=1&to=2&language=tr`)
    expect((published.at('items') as { state: string }[]).every(({ state }) => state === 'same')).toBe(true)
  })

  it('refuses to publish nothing, and what says nothing new', async () => {
    const id = await publishedPolicy(governance)
    const publish = () => call('POST', `policies/${id}/versions`, {})
    expect((await publish()).at('code')).toBe('policy.no-draft')
    const content = (await call('GET', `policies/${id}`)).at('published.content')
    await call('PATCH', `policies/${id}`, { content })
    expect((await publish()).at('code')).toBe('policy.nothing-changed')
    expect((await call('DELETE', `policies/${id}/draft`)).at('next')).toBeNull()
  })

  it('does not overwrite the draft of somebody who was faster', async () => {
    const id = await publishedPolicy(governance)
    const seen = Number((await call('GET', `policies/${id}`)).at('version'))
    const content = await nextDraft(id, 'Mine.')
    const write = (version: number) => call('PATCH', `policies/${id}`, { content }, { 'if-match': `"${version}"` })
    expect((await write(seen)).status).toBe(200)
    const late = await write(seen)
    expect([late.status, late.at('code')]).toEqual([412, 'record.changed'])
  })

  it('refuses sections that could not be told apart, and texts in no language', async () => {
    const text = { title: 'A', text: 'A' }
    const section = { key: 'same', texts: { en: text, tr: null } }
    const content = { title: { en: 'T' }, summary: { en: '' }, sections: [section, section] }
    const twice = await call('POST', 'policies', { content })
    expect([twice.status, twice.at('fields.0.path')]).toEqual([422, 'content.sections.1.key'])
    const none = await call('POST', 'policies', {
      content: { ...content, sections: [{ key: 'a', texts: { en: null, tr: null } }] },
    })
    expect([none.status, none.at('fields.0.code')]).toEqual([422, 'text.empty'])
    expect((await call('POST', 'policies', {})).status).toBe(422)
  })

  it('is removed and brought back, but not while a right depends on it', async () => {
    const id = await publishedPolicy(governance)
    const requirement = await governance.make('requirements', { action: 'posts.approve', policyId: id, role: 'viewer' })
    expect((await call('DELETE', `policies/${id}`)).at('code')).toBe('record.in-use')
    await call('DELETE', `requirements/${requirement.id}`)
    expect((await call('DELETE', `policies/${id}`)).status).toBe(200)
    expect((await officer.call('GET', `/api/v1/policies/${id}`)).status).toBe(404)
    const back = await call('POST', `requirements/${requirement.id}/restoration`)
    expect([back.status, back.at('fields.0.path')]).toEqual([422, 'policyId'])
    expect((await call('POST', `policies/${id}/restoration`)).at('current.number')).toBe(1)
  })
})

describe('those who have not accepted', () => {
  it('are listed by person, and reminded at most once a day', async () => {
    const id = await publishedPolicy(governance)
    const late = await colleague(governance.world, 'viewer')
    await officer.call('POST', `/api/v1/policies/${id}/acceptances`, { number: 1, language: 'en' })
    const listed = (await call('GET', `policy-acceptances?policyId=${id}&limit=200`)).at('items') as {
      id: string
      policies: { state: string; language: string | null }[]
    }[]
    const stateOf = (personId: string) => listed.find((person) => person.id === personId)?.policies[0]
    expect([stateOf(officer.personId), stateOf(late.personId)]).toMatchObject([
      { state: 'accepted', language: 'en' },
      { state: 'missing', language: null },
    ])
    const first = await governance.make(`policies/${id}/reminders`)
    expect(first.at('reminded')).toBe(listed.length - 1)
    expect((await governance.make(`policies/${id}/reminders`)).at('reminded')).toBe(0)
    governance.setNow('2026-11-23T10:00:01Z')
    await late.call('POST', `/api/v1/policies/${id}/acceptances`, { number: 1, language: 'en' })
    expect((await governance.make(`policies/${id}/reminders`)).at('reminded')).toBe(listed.length - 2)
    const kinds = (await governance.noticesOf(late.personId)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'policy.reminder')).toHaveLength(1)
    governance.setNow('2026-11-22T10:00:00Z')
  })
})
