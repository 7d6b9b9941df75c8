import { expect, it } from 'vitest'
import { addPerson } from '../second-organisation.ts'
import type { Ledger } from './event-ledger.ts'

/** The changes of governance, but for approvals. */
export function tellGovernance(open: () => Ledger): void {
  it.each([
    [
      'workflows',
      'workflow',
      { title: 'A', stages: [{ name: 'A', approvers: [{ kind: 'superior' }] }], enabled: false },
      { title: 'B' },
    ],
    ['stakeholders', 'stakeholder', { name: 'A' }, { name: 'B' }],
  ])('of %s leaves one event each', async (path, type, fields, changes) => {
    const { call, one } = open()
    const room = `governance.${path}`
    const made = await one(`${room}.create`, () => call('POST', path, fields))
    const changed = await one(`${room}.change`, () => call('PATCH', `${path}/${made.answer.id}`, changes))
    const removed = await one(`${room}.remove`, () => call('DELETE', `${path}/${made.answer.id}`))
    const restored = await one(`${room}.restore`, () => call('POST', `${path}/${made.answer.id}/restoration`))
    expect([made, changed, removed, restored].map(({ event }) => event.verb)).toEqual(
      ['created', 'changed', 'removed', 'restored'].map((verb) => `${type}.${verb}`),
    )
    expect([made.event.before, changed.event.after, removed.event.after]).toEqual([null, changes, null])
  })

  it('of the order of workflows leaves one event', async () => {
    const { call, one } = open()
    const ids = ((await call('GET', 'workflows')).at('items') as { id: string }[]).map(({ id }) => id)
    const ordered = await one('governance.workflows.order', () =>
      call('PUT', 'workflow-order', { ids: ids.toReversed() }),
    )
    expect(ordered.event.verb).toBe('workflow.ordered')
  })

  it('of policies leaves one event, from the first draft to the acceptance', async () => {
    const { call, one, world } = open()
    const route = (name: string) => `governance.policies.${name}`
    const made = await one(route('create'), () => call('POST', 'policies', { starter: 'charity' }))
    const path = `policies/${made.answer.id}`
    const published = await one(route('publish'), () => call('POST', `${path}/versions`, { note: 'First' }))
    expect(published.event).toMatchObject({ before: { number: null }, after: { number: 1, note: 'First' } })
    const content = published.answer.at('published.content') as { sections: unknown[] }
    const shorter = { ...content, sections: content.sections.slice(1) }
    const written = await one(route('change'), () => call('PATCH', path, { content: shorter }))
    expect([written.event.before, written.event.after]).toMatchObject([
      { sections: [content.sections[0]] },
      { sections: [] },
    ])
    await one(route('discardDraft'), () => call('DELETE', `${path}/draft`))
    const accepted = await one(route('accept'), () =>
      call('POST', `${path}/acceptances`, { number: 1, language: 'en' }),
    )
    expect(accepted.event.after).toMatchObject({ personId: world.personId, number: 1, language: 'en' })
    await addPerson(world, 'viewer')
    await one(route('remind'), () => call('POST', `${path}/reminders`))
    await one(route('remove'), () => call('DELETE', path))
    const restored = await one(route('restore'), () => call('POST', `${path}/restoration`))
    expect(restored.event).toMatchObject({ verb: 'policy.restored', subject_type: 'policy', before: null })
  })

  it('of courses, tries and requirements leaves one event, without an answer in it', async () => {
    const { call, one, world } = open()
    const route = (name: string) => `governance.training.${name}`
    const made = await one(route('createCourse'), () => call('POST', 'courses', { ready: 'crisis' }))
    const path = `courses/${made.answer.id}`
    await one(route('publishCourse'), () => call('POST', `${path}/publication`))
    const content = { ...(made.answer.at('content') as object), passMark: 50 }
    const changed = await one(route('changeCourse'), () => call('PATCH', path, { content }))
    expect([changed.event.before, changed.event.after]).toEqual([{ passMark: 80 }, { passMark: 50 }])
    const tried = await one(route('tryQuiz'), () => call('POST', `${path}/tries`, { answers: [] }))
    expect([tried.event.verb, tried.event.after]).toEqual(['course.tried', { personId: world.personId, score: 0 }])
    const rule = { action: 'posts.approve', courseId: made.answer.id, role: 'viewer' }
    const added = await one(route('addRequirement'), () => call('POST', 'requirements', rule))
    const gone = await one(route('removeRequirement'), () => call('DELETE', `requirements/${added.answer.id}`))
    expect([added.event.after, gone.event.before]).toMatchObject([rule, rule])
    await one(route('restoreRequirement'), () => call('POST', `requirements/${added.answer.id}/restoration`))
    await call('DELETE', `requirements/${added.answer.id}`)
    await one(route('removeCourse'), () => call('DELETE', path))
    await one(route('restoreCourse'), () => call('POST', `${path}/restoration`))
  })

  it('of retention, legal holds and emergency stops leaves one event, and a decision one more for each post', async () => {
    const { call, one, several, filled } = open()
    await one('governance.audit.setRetention', () => call('PUT', 'audit/retention', { kind: 'notices', days: 90 }))
    const hold = await one('governance.audit.placeHold', () =>
      call('POST', 'audit/holds', { reason: 'Case 12', from: '2026-01-01T00:00:00Z' }),
    )
    await one('governance.audit.liftHold', () => call('POST', `audit/holds/${hold.answer.id}/lift`, {}))
    await one('governance.audit.verify', () => call('POST', 'audit/verifications'))
    const scope = { kind: 'channel', id: filled.channelId }
    const stop = await one('governance.stops.start', () => call('POST', 'stops', { scope, reason: 'Earthquake' }))
    await one('governance.stops.lift', () => call('POST', `stops/${stop.answer.id}/lift`, {}))
    const next = await call('POST', 'stops', { scope, reason: 'Again' })
    const text = { channelId: filled.channelId, text: 'Due', timeZone: 'UTC' }
    await call('POST', 'posts', { ...text, plannedAt: new Date().toISOString() })
    await call('POST', `stops/${next.id}/lift`, {})
    const { events } = await several('governance.stops.decide', ['post.cancelled', 'stop.decided'], () =>
      call('POST', `stops/${next.id}/decisions`, { decision: 'drop', items: 'all' }),
    )
    expect(events[1]?.subject_id).toBe(next.id)
  })

  it('of rule packs and rules leaves one event', async () => {
    const { call, one } = open()
    const route = (name: string) => `governance.rules.${name}`
    const made = await one(route('createPack'), () => call('POST', 'rule-packs', { kind: 'region', title: 'A' }))
    const path = `rule-packs/${made.answer.id}`
    const changed = await one(route('changePack'), () => call('PATCH', path, { title: 'B' }))
    expect([changed.event.before, changed.event.after]).toEqual([{ title: 'A' }, { title: 'B' }])
    const body = {
      title: 'No shouting',
      reason: 'It tires readers.',
      suggestion: null,
      severity: 'warn',
      waivable: true,
      platforms: [],
      languages: [],
      unitIds: [],
      definition: { kind: 'pattern', pattern: '!!!+' },
    }
    const rule = await one(route('createRule'), () => call('POST', `${path}/rules`, body))
    const softened = await one(route('changeRule'), () =>
      call('PATCH', `rules/${rule.answer.id}`, { severity: 'inform' }),
    )
    expect([softened.event.before, softened.event.after]).toEqual([{ severity: 'warn' }, { severity: 'inform' }])
    await one(route('removeRule'), () => call('DELETE', `rules/${rule.answer.id}`))
    await one(route('restoreRule'), () => call('POST', `rules/${rule.answer.id}/restoration`))
    const file = (await call('GET', `${path}/export`)).body
    const brought = await one(route('importPack'), () => call('POST', 'rule-packs/import', file))
    expect(brought.event.verb).toBe('rule-pack.created')
    await one(route('removePack'), () => call('DELETE', path))
    await one(route('restorePack'), () => call('POST', `${path}/restoration`))
  })

  it('that lets a finding pass leaves one event with the reason, and one more when it is taken back', async () => {
    const { call, filled, one } = open()
    const waiver = { ruleId: filled.ruleId, fingerprint: '1'.repeat(64), words: '!!', reason: 'A quotation' }
    const given = await one('governance.rules.waive', () => call('POST', 'waivers', waiver))
    expect(given.event).toMatchObject({ verb: 'waiver.given', after: { reason: 'A quotation' } })
    const taken = await one('governance.rules.withdrawWaiver', () => call('DELETE', `waivers/${given.answer.id}`))
    expect(taken.event.verb).toBe('waiver.withdrawn')
  })

  it('of what is confidential leaves one event, also a look at it, and never a word of it', async () => {
    const { call, eventsAfter, head, one } = open()
    const from = await head()
    const route = (name: string) => `governance.watch.${name}`
    const fields = { title: 'Heron', terms: ['Project Heron'], contact: 'PR' }
    const made = await one(route('create'), () => call('POST', 'confidential', fields))
    const path = `confidential/${made.answer.id}`
    await one(route('change'), () => call('PATCH', path, { aliases: ['Grey bird'] }))
    const seen = await one(route('view'), () => call('POST', `${path}/views`, { reason: 'Weekly look' }))
    expect(seen.event.verb).toBe('confidential.viewed')
    await one(route('remove'), () => call('DELETE', path))
    await one(route('restore'), () => call('POST', `${path}/restoration`))
    expect(JSON.stringify(await eventsAfter(from))).not.toMatch(/heron|grey bird/i)
  })
}
