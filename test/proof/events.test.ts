import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { change } from '#server/kernel/events/change.ts'
import { systemActor } from '#server/kernel/actor.ts'
import { pictureForm } from '../fill-world.ts'
import { addOrganisation } from '../second-organisation.ts'
import { signIn, until } from '../world.ts'
import { openLedger, type Ledger } from './event-ledger.ts'
import { tellApprovals } from './events-of-approvals.ts'
import { tellGovernance } from './events-of-governance.ts'
import { tellOrganisation } from './events-of-organisation.ts'
import { tellAudit } from './events-of-audit.ts'
import { tellStrategy } from './events-of-strategy.ts'
import { allRoutes } from './routes.ts'
import { withoutTable } from './without-table.ts'

let ledger: Ledger
let { world, filled, owner, done, call, one, eventsAfter, head, broken } = {} as Ledger
beforeAll(async () => {
  ledger = await openLedger()
  ;({ world, filled, owner, done, call, one, eventsAfter, head, broken } = ledger)
})
afterAll(() => ledger.close())

const dates = { startsOn: '2027-01-01', endsOn: '2027-02-01' }

/** What is asked with a verb that changes, and changes nothing of the organisation, or tells a story of its own. */
const APART: Readonly<Record<string, string>> = {
  'content.atomise': 'a proposal',
  'publishing.check': 'a check',
  'publishing.inspectChannel': 'the question whether a channel works',
  'publishing.authoriseChannel': 'the way to a sign-in page',
  'session.revoke': 'one’s own session',
  'session.revokeOthers': 'one’s own sessions',
  'organisation.notices.markRead': 'what one has read oneself',
  'organisation.model.preview': 'a preview',
  'organisation.placements.evaluate': 'a recommendation that is not kept',
  'organisation.transfer.check': 'a trial',
  'governance.rules.tryText': 'a trial',
  'governance.workflows.route': 'a trial',
  'strategy.catalogue.preview': 'a preview',
  'strategy.catalogue.checkGoal': 'a check',
  'strategy.budget.tryImport': 'a trial',
  'strategy.audit.check': 'a trial',
  'installation.found': 'told in its own proof',
  'sample.create': 'told in its own proof',
  'sample.remove': 'told in its own proof',
}

describe('a change', () => {
  describe('in governance', () => {
    tellGovernance(() => ledger)
  })
  describe('of the organisation', () => {
    tellOrganisation(() => ledger)
  })
  describe('in an approval', () => {
    tellApprovals(() => ledger)
  })
  describe('between goals and work', () => {
    tellStrategy(() => ledger)
    tellAudit(() => ledger)
  })

  it.each([
    ['objectives', 'objective', { title: 'A', perspective: 'customer', ...dates }, { title: 'B' }],
    ['goals', 'goal', { title: 'A', kpi: 'clicks', target: '1', dueOn: '2027-01-01' }, { title: 'B' }],
    ['campaigns', 'campaign', { title: 'A', ...dates }, { title: 'B' }],
    ['pieces', 'piece', { title: 'A' }, { title: 'B' }],
  ])(
    'of %s leaves one event with who, what it was and what it is: making, changing, removing, bringing back',
    async (path, type, fields, changes) => {
      const room = type === 'objective' || type === 'goal' ? 'strategy' : 'content'
      const name = type.charAt(0).toUpperCase() + type.slice(1)
      const made = await one(`${room}.create${name}`, () => call('POST', path, fields))
      const changed = await one(`${room}.change${name}`, () => call('PATCH', `${path}/${made.answer.id}`, changes))
      const removed = await one(`${room}.remove${name}`, () => call('DELETE', `${path}/${made.answer.id}`))
      const restored = await one(`${room}.restore${name}`, () => call('POST', `${path}/${made.answer.id}/restoration`))
      expect([made, changed, removed, restored].map(({ event }) => event.verb)).toEqual(
        ['created', 'changed', 'removed', 'restored'].map((verb) => `${type}.${verb}`),
      )
      for (const { event } of [made, changed, removed, restored])
        expect(event).toMatchObject({
          actor_kind: 'api-key',
          actor_name: 'Test',
          actor_id: expect.any(String),
          subject_type: type,
          subject_id: made.answer.id,
        })
      expect([made.event.before, made.event.after]).toEqual([null, expect.objectContaining({ title: 'A' })])
      expect([changed.event.before, changed.event.after]).toEqual([{ title: 'A' }, { title: 'B' }])
      expect([removed.event.before, removed.event.after]).toEqual([expect.objectContaining({ title: 'B' }), null])
      expect([restored.event.before, restored.event.after]).toEqual([null, expect.objectContaining({ title: 'B' })])
    },
  )

  it('of direction, organisation, picture and form leaves one event', async () => {
    const direction = await one('strategy.setDirection', () =>
      call('PUT', 'direction', { vision: 'New', mission: 'Roast well' }),
    )
    expect([direction.event.before, direction.event.after]).toMatchObject([
      { vision: 'Coffee that people recommend' },
      { vision: 'New' },
    ])
    const organisation = await one('organisation.change', () => call('PATCH', 'organisation', { currency: 'TRY' }))
    expect([organisation.event.before, organisation.event.after]).toMatchObject([
      { currency: 'EUR' },
      { currency: 'TRY' },
    ])
    const added = await one('content.addMedia', () => call('POST', 'media', pictureForm('Seen')))
    const described = await one('content.changeMedia', () =>
      call('PATCH', `media/${added.answer.id}`, { altText: 'Described' }),
    )
    expect([described.event.before, described.event.after]).toEqual([{ altText: 'Seen' }, { altText: 'Described' }])
    const form = `pieces/${filled.pieceId}/variants/${filled.channelId}`
    const set = await one('content.setVariant', () => call('PUT', form, { parts: [{ text: 'Other words' }] }))
    expect([set.event.before, set.event.after]).toMatchObject([
      { parts: [{ text: 'From tree to cup' }] },
      { parts: [{ text: 'Other words' }] },
    ])
    const left = await one('content.removeVariant', () => call('DELETE', form))
    expect([left.event.before, left.event.after]).toMatchObject([{ parts: [{ text: 'Other words' }] }, null])
  })

  it('of people, invitations, keys and oneself leaves one event, without any secret in it', async () => {
    const invited = await one('organisation.invite', () =>
      call('POST', 'invitations', { email: 'new@example.org', name: 'New', role: 'viewer' }),
    )
    const token = String(invited.answer.at('link')).split('/').at(-1) ?? ''
    const joined = await one('organisation.acceptInvitation', () =>
      world.stranger.call('POST', `/api/v1/invitations/by-token/${token}/acceptance`, {
        name: 'New One',
        password: 'harbour-violin-42-cloud',
      }),
    )
    const personId = String(joined.answer.at('personId'))
    expect(joined.event).toMatchObject({
      verb: 'person.joined',
      actor_kind: 'person',
      actor_id: personId,
      actor_name: 'New One',
      before: null,
      after: { role: 'viewer' },
    })
    const promoted = await one('organisation.changePerson', () =>
      call('PATCH', `people/${personId}`, { role: 'officer' }),
    )
    expect([promoted.event.before, promoted.event.after]).toMatchObject([{ role: 'viewer' }, { role: 'officer' }])
    const second = await call('POST', 'invitations', { email: 'second@example.org', name: 'Second', role: 'viewer' })
    const withdrawn = await one('organisation.withdrawInvitation', () => call('DELETE', `invitations/${second.id}`))
    expect([withdrawn.event.before, withdrawn.event.after]).toEqual([{ email: 'second@example.org' }, null])
    const made = await one('organisation.createApiKey', () =>
      call('POST', 'api-keys', { name: 'K', scopes: ['posts.read'] }),
    )
    const revoked = await one('organisation.revokeApiKey', () => call('DELETE', `api-keys/${made.answer.id}`))
    expect([revoked.event.before, revoked.event.after]).toEqual([{ scopes: ['posts.read'] }, null])
    const cookie = await signIn(world.request, 'ada@example.org')
    const renamed = await one('session.change', () =>
      world.stranger.call('PATCH', '/api/v1/session', { name: 'Ada A.' }, { cookie }),
    )
    expect(renamed.event).toMatchObject({
      verb: 'person.changed',
      actor_kind: 'person',
      actor_id: world.personId,
      before: { name: 'Ada Admin' },
      after: { name: 'Ada A.' },
    })
    const all = JSON.stringify(await eventsAfter(0))
    for (const secret of [token, String(made.answer.at('key')), 'harbour-violin', world.adminKey])
      expect(all).not.toContain(secret)
  })

  it('of channels, posts and deliveries leaves one event, also what the worker does', async () => {
    await world.app.start()
    const connected = await one('publishing.createChannel', () =>
      call('POST', 'channels', { platform: 'newsroom', name: 'Second', settings: {} }),
    )
    const renamed = await one('publishing.changeChannel', () =>
      call('PATCH', `channels/${connected.answer.id}`, { timeZone: 'Europe/Berlin' }),
    )
    expect([renamed.event.before, renamed.event.after]).toMatchObject([
      { timeZone: 'Europe/Istanbul' },
      { timeZone: 'Europe/Berlin' },
    ])
    const planned = await one('publishing.createPost', () =>
      call('POST', 'posts', {
        channelId: connected.answer.id,
        text: 'Words',
        plannedAt: '2027-05-01T09:00',
        timeZone: 'UTC',
      }),
    )
    const path = `posts/${planned.answer.id}`
    const titled = await one('publishing.changePost', () => call('PATCH', path, { title: 'A title' }))
    expect([titled.event.verb, titled.event.before, titled.event.after]).toEqual([
      'post.changed',
      { title: null },
      { title: 'A title' },
    ])
    const cancelled = await one('publishing.cancelPost', () => call('DELETE', path))
    expect([cancelled.event.before, cancelled.event.after]).toEqual([{ state: 'planned' }, { state: 'cancelled' }])
    const restored = await one('publishing.restorePost', () => call('POST', `${path}/restoration`))
    expect([restored.event.before, restored.event.after]).toEqual([{ state: 'cancelled' }, { state: 'planned' }])
    const moved = await one('publishing.changePost', () => call('PATCH', path, { plannedAt: '2027-05-02T09:00' }))
    expect([moved.event.verb, moved.event.before, moved.event.after]).toEqual([
      'post.moved',
      { plannedAt: '2027-05-01T09:00:00' },
      { plannedAt: '2027-05-02T09:00:00' },
    ])
    const from = await head()
    await call('PATCH', path, { plannedAt: new Date(Date.now() + 100).toISOString() })
    await until(
      () => call('GET', path),
      (answer) => answer.at('delivery.state') === 'published',
    )
    const [, published, ...more] = await eventsAfter(from)
    expect([published, more]).toMatchObject([
      {
        verb: 'delivery.published',
        actor_kind: 'system',
        actor_id: null,
        actor_name: 'Tutti',
        before: { state: 'sending' },
        after: { state: 'published', postId: planned.answer.id },
      },
      [],
    ])
    const gone = await one('publishing.removePost', () => call('POST', `${path}/removal`))
    expect([gone.event.verb, gone.event.before, gone.event.after]).toMatchObject([
      'post.removed',
      { url: expect.any(String) },
      { outcome: 'removed' },
    ])
    const left = await one('publishing.removeChannel', () => call('DELETE', `channels/${connected.answer.id}`))
    expect([left.event.before, left.event.after]).toEqual([{ state: 'connected' }, { cancelledPosts: 0 }])
  })

  it('that a person decides about a delivery leaves one event', async () => {
    const { deliveryId, id } = await unknownDelivery()
    const settled = await one('publishing.settleDelivery', () =>
      call('POST', `deliveries/${deliveryId}/settlement`, { outcome: 'not-published' }),
    )
    expect([settled.event.verb, settled.event.before, settled.event.after]).toMatchObject([
      'delivery.settled',
      { state: 'needs-person' },
      { outcome: 'not-published' },
    ])
    const paused = await call('PATCH', `channels/${filled.channelId}`, { paused: true })
    expect(paused.status).toBe(200)
    const from = await head()
    done.add('publishing.retryDelivery')
    await call('POST', `posts/${id}/deliveries/retry`)
    await until(
      () => call('GET', `posts/${id}`),
      (answer) => answer.at('delivery.state') === 'held',
    )
    expect(await eventsAfter(from)).toMatchObject([
      { verb: 'delivery.retried', before: { state: 'failed' }, after: { state: 'retry-at' } },
      {
        verb: 'delivery.held',
        actor_kind: 'system',
        before: { state: 'retry-at' },
        after: { reason: 'channel-paused' },
      },
    ])
  })

  it('that came back from outside leaves one event', async () => {
    const { event } = await one('measurement.recordConversion', () =>
      call('POST', 'conversions', { value: '7.5', currency: 'EUR', reference: 'order 9' }),
    )
    expect([event.before, event.after]).toMatchObject([null, { value: '7.5', currency: 'EUR', reference: 'order 9' }])
  })

  it('is held here for every request that changes something of the organisation', () => {
    const changing = allRoutes()
      .filter(({ method }) => method !== 'GET')
      .map(({ name }) => name)
    expect(changing.filter((name) => !done.has(name) && !(name in APART)).toSorted()).toEqual([])
    expect(Object.keys(APART).filter((name) => !changing.includes(name) || done.has(name))).toEqual([])
  })

  /** A delivery whose outcome nobody knows, put into that state by hand. */
  async function unknownDelivery() {
    const { id, at } = await call('POST', 'posts', {
      channelId: filled.channelId,
      text: 'Unknown',
      plannedAt: '2027-06-01T09:00',
      timeZone: 'UTC',
    })
    const deliveryId = String(at('delivery.id'))
    await owner.query(`update publishing_deliveries set state = 'needs-person', next_at = null where id = $1`, [
      deliveryId,
    ])
    return { id, deliveryId }
  }
})

describe('what does not happen', () => {
  const objective = (title: string) => ({ title, perspective: 'customer', ...dates })

  it('is not told: a refused change leaves no event', async () => {
    const from = await head()
    const id = filled.objectiveId
    const asked = [
      call('POST', 'objectives', { title: '' }),
      world.admin.call('PATCH', `/api/v1/objectives/${id}`, { title: 'X' }, { 'if-match': '"999"' }),
      call('DELETE', `objectives/${id}`),
      call('PATCH', `people/${world.personId}`, { role: 'viewer' }),
      call('POST', 'goals', {
        title: 'A',
        kpi: 'clicks',
        target: '1',
        dueOn: '2027-01-01',
        objectiveIds: [crypto.randomUUID()],
      }),
    ]
    for (const answer of await Promise.all(asked)) expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await eventsAfter(from)).toEqual([])
  })

  it('is not told: a change that is rolled back takes its event with it', async () => {
    const from = await head()
    const work = change(world.kernel, systemActor(world.organisationId), async ({ db, record }) => {
      await db
        .updateTable('strategy_objectives')
        .set({ title: 'Half done' })
        .where('id', '=', filled.objectiveId)
        .execute()
      record({ verb: 'objective.changed', subject: { type: 'objective', id: filled.objectiveId } })
      throw new Error('on the way')
    })
    await expect(work).rejects.toThrow('on the way')
    expect([await eventsAfter(from), (await call('GET', `objectives/${filled.objectiveId}`)).at('title')]).toEqual([
      [],
      expect.not.stringContaining('Half'),
    ])
  })

  it('does not happen untold either: where the event cannot be written, nothing changes', async () => {
    expect(await withoutTable(owner, 'events', () => call('POST', 'objectives', objective('Untold')))).toMatchObject({
      status: 500,
    })
    expect((await owner.query(`select id from strategy_objectives where title = 'Untold'`)).rows).toEqual([])
  })
})

describe('the order of events', () => {
  it('has no gap and no twin under fifty writers at once, and the chain holds, for each organisation by itself', async () => {
    const other = await addOrganisation(world)
    const from = await head()
    const write = (title: string) => call('POST', 'objectives', { title, perspective: 'customer', ...dates })
    const answers = await Promise.all([
      ...Array.from({ length: 50 }, (_, number) => write(`Writer ${number}`)),
      ...Array.from({ length: 10 }, (_, number) =>
        other.caller.call('POST', '/api/v1/objectives', {
          title: `Other ${number}`,
          perspective: 'customer',
          ...dates,
        }),
      ),
    ])
    expect(answers.every((answer) => answer.status === 201)).toBe(true)
    const mine = await eventsAfter(from)
    expect(mine.map((event) => Number(event.position))).toEqual(
      Array.from({ length: 50 }, (_, number) => from + number + 1),
    )
    expect(new Set(mine.map((event) => event.subject_id)).size).toBe(50)
    const theirs = await eventsAfter(0, other.organisationId)
    expect(theirs.map((event) => Number(event.position))).toEqual(theirs.map((_, number) => number + 1))
    expect([await broken(), await broken(other.organisationId)]).toEqual([null, null])
  })

  it('is how they are listed, newest first, of one record where it is named', async () => {
    const list = await call('GET', `events?limit=200&subjectType=post&subjectId=${filled.postId}`)
    expect(
      (list.at('items') as { subject: { id: string } }[]).every((event) => event.subject.id === filled.postId),
    ).toBe(true)
    const positions = ((await call('GET', 'events?limit=200')).at('items') as { position: number }[]).map(
      (event) => event.position,
    )
    expect(positions).toEqual(positions.toSorted((one_, other) => other - one_))
  })
})
