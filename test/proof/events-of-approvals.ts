import { expect, it } from 'vitest'
import { addColleague, made, type Colleague } from '../colleague.ts'
import type { Answer, Caller } from '../world.ts'
import type { Ledger } from './event-ledger.ts'

const DECIDED = ['approval.decided', 'approval.approved']

/** The changes of an approval: several events where a decision ends the request or changes the post. */
export function tellApprovals(open: () => Ledger): void {
  const route = (name: string) => `governance.approvals.${name}`
  const plan = async (by: Caller, channelId: string, text: string) =>
    (await made(by, 'posts', { channelId, text, plannedAt: '2027-05-01T09:00', timeZone: 'UTC' })).id
  const requestOf = async ({ call }: Ledger, postId: string) =>
    String((await call('GET', `posts/${postId}/approvals`)).at('items.0.id'))

  let asked: Promise<Colleague> | null = null
  /** Somebody who is asked about all prices. */
  async function addReviewer({ world }: Ledger): Promise<Colleague> {
    const reviewer = await addColleague(world, 'Deniz Korkut', 'strategist')
    await made(world.admin, 'workflows', {
      title: 'Prices',
      conditions: [{ kind: 'contains', oneOf: ['price'] }],
      stages: [{ name: 'Prices', approvers: [{ kind: 'person', personId: reviewer.id }] }],
    })
    return reviewer
  }
  /** A post about a price, which waits for the reviewer. */
  async function ask(ledger: Ledger) {
    const reviewer = await (asked ??= addReviewer(ledger))
    const postId = await plan(ledger.world.admin, ledger.filled.channelId, 'Now for 9.90 EUR')
    const id = await requestOf(ledger, postId)
    return { id, postId, path: `/api/v1/approvals/${id}`, reviewer }
  }

  it('of comments and suggestions leaves one event each, and those of the post where words are taken over', async () => {
    const ledger = open()
    const { call, one, several } = ledger
    const { path, reviewer } = await ask(ledger)
    const fields = { start: 8, end: 16, text: 'Dear', suggestion: '8.90 EUR' }
    const said = await one(route('comment'), () => reviewer.call('POST', `${path}/comments`, fields))
    expect(said.event).toMatchObject({ verb: 'approval.commented', after: { quote: '9.90 EUR' } })
    const comment = `approval-comments/${String(said.answer.at('comments.0.id'))}`
    await one(route('settleComment'), () => call('POST', `${comment}/resolution`, { resolved: true }))
    await one(route('settleComment'), () => call('POST', `${comment}/resolution`, { resolved: false }))
    const verbs = ['approval.lapsed', 'approval.asked', 'post.changed', 'approval.suggestion-accepted']
    await several(route('acceptSuggestion'), verbs, () => call('POST', `${comment}/acceptance`))
  })

  it('that a decision is leaves who decided what, and what became of the request', async () => {
    const ledger = open()
    const { several } = ledger
    const first = await ask(ledger)
    const { events } = await several(route('decide'), DECIDED, () =>
      first.reviewer.call('POST', `${first.path}/decisions`, { decision: 'approve' }),
    )
    expect(events[0]).toMatchObject({ subject_id: first.id, after: { decision: 'approve' } })
    const second = await ask(ledger)
    await several(route('decideMany'), ['approval.decided', 'approval.rejected'], () =>
      second.reviewer.call('POST', '/api/v1/approval-decisions', {
        items: [{ id: second.id }],
        decision: 'reject',
        reason: 'Too dear',
      }),
    )
  })

  it('of somebody from outside leaves one event by their name, without the secret of their link', async () => {
    const ledger = open()
    const { eventsAfter, head, one, world } = ledger
    const from = await head()
    const { path, reviewer } = await ask(ledger)
    const invite = () => reviewer.call('POST', `${path}/links`, { name: 'A client' })
    const token = (answer: Answer) => /\/review\/(.+)$/.exec(String(answer.at('url')))?.[1] ?? ''
    const invited = await one(route('invite'), invite)
    const secret = token(invited.answer)
    expect(secret.length).toBeGreaterThan(20)
    const outside = (what: string, body: object) =>
      world.stranger.call('POST', `/api/v1/reviews/${secret}/${what}`, body)
    const said = await one(route('commentReview'), () => outside('comments', { text: 'Fine' }))
    const decided = await one(route('decideReview'), () => outside('decision', { decision: 'approve' }))
    expect([said.event.actor_name, decided.event.actor_name]).toEqual(['A client', 'A client'])
    const second = await invite()
    await one(route('withdrawLink'), () => reviewer.call('DELETE', `/api/v1/approval-links/${second.id}`))
    const told = JSON.stringify(await eventsAfter(from))
    expect([told.includes(secret), told.includes(token(second))]).toEqual([false, false])
  })

  // Last, since it changes the model.
  it('that a release is leaves the same two events', async () => {
    const ledger = open()
    const { call, filled, several, world } = ledger
    await call('PUT', 'operating-model', { model: 'decentralised', reason: 'Regions plan' })
    await call('PUT', `operating-model/cells/${filled.unitId}/publish`, { part: 'informed' })
    await call('PUT', `operating-model/cells/${filled.companyId}/publish`, { part: 'accountable' })
    const channel = await call('POST', 'channels', { platform: 'newsroom', name: 'DACH', settings: {} })
    await call('PATCH', `channels/${channel.id}`, { unitId: filled.unitId })
    const author = await addColleague(world, 'Burcu Aydın')
    await made(world.admin, 'positions', { title: 'Writer', unitId: filled.unitId, personId: author.id })
    const id = await requestOf(ledger, await plan(author, channel.id, 'Good morning'))
    const { events } = await several(route('release'), DECIDED, () => call('POST', `approvals/${id}/release`, {}))
    expect(events.map((event) => event.subject_id)).toEqual([id, id])
  })
}
