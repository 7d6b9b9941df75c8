import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pictureForm } from '#test/fill-world.ts'
import { addOrganisation } from '#test/second-organisation.ts'
import { openApproving, REVIEW, type Approving } from './test-approvals.ts'

let room: Approving
let postId: string
let requestId: string
beforeEach(async () => {
  room = await openApproving()
  await room.addWorkflow([REVIEW])
  postId = (await room.plan(room.author.caller)).id
  requestId = (await room.requestOf(postId)).id
})
afterEach(() => room[Symbol.asyncDispose]())

const stateOf = async () => (await room.post(postId)).at('delivery.state')
const invite = async (hours = 24) => {
  const made = await room.reviewer.caller.call('POST', `/api/v1/approvals/${requestId}/links`, {
    name: 'Client',
    hours,
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return { id: made.id, token: /\/review\/(.+)$/.exec(String(made.at('url')))?.[1] ?? '' }
}
const outside = (method: string, path: string, body?: unknown) =>
  room.world.stranger.call(method, `/api/v1/${path}`, body)

describe('a reviewer from outside', () => {
  it('sees the post and nothing else, by a link whose secret is stored only as a hash', async () => {
    const { token } = await invite()
    const seen = await outside('GET', `reviews/${token}`)
    expect([seen.status, seen.at('name'), seen.at('content.parts.0.text'), seen.at('state')]).toEqual([
      200,
      'Client',
      'Günaydın, taze kavrulmuş kahve hazır',
      'open',
    ])
    expect(JSON.stringify(seen.body)).not.toContain('Elif')
    const rows = await room.world.kernel.database.inOrganisation(room.world.organisationId, (db) =>
      db.selectFrom('governance_approval_links').selectAll().execute(),
    )
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('sees the pictures of that post, and no others, as long as the link holds', async () => {
    const upload = async (altText: string) =>
      (await room.world.admin.call('POST', '/api/v1/media', pictureForm(altText))).id
    const [shown, other] = [await upload('A red cherry'), await upload('Not of this post')]
    const changed = await room.author.caller.call('PATCH', `/api/v1/posts/${postId}`, { media: [shown] })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    requestId = (await room.requestOf(postId)).id
    const { id, token } = await invite()
    const picture = (mediaId: string, by = token) =>
      room.world.request(`/api/v1/reviews/${by}/media/${mediaId}?width=768`, {})
    const answer = await picture(shown)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'image/png',
      'private, no-cache',
    ])
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(50)
    expect((await picture(other)).status).toBe(404)
    expect((await picture(shown, 'guessed')).status).toBe(404)
    expect((await picture('no-id')).status).toBe(404)
    await room.reviewer.caller.call('DELETE', `/api/v1/approval-links/${id}`)
    expect((await picture(shown)).status).toBe(404)
    const short = await invite(1)
    room.pass(61)
    const late = await picture(shown, short.token)
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([410, 'review.expired'])
  })

  it('is waited for, and stands in for nobody', async () => {
    const { token } = await invite()
    await outside('POST', `reviews/${token}/decision`, { decision: 'approve' })
    expect(await stateOf()).toBe('held')
    await room.decide(room.reviewer.caller, requestId)
    expect(await stateOf()).toBe('planned')
  })

  it('is waited for also when the stages have approved; withdrawing their link lets it go on', async () => {
    const { id, token } = await invite()
    await room.decide(room.reviewer.caller, requestId)
    expect(await stateOf()).toBe('held')
    const byAuthor = await room.author.caller.call('DELETE', `/api/v1/approval-links/${id}`)
    expect(byAuthor.status).toBe(403)
    await room.reviewer.caller.call('DELETE', `/api/v1/approval-links/${id}`)
    expect(await stateOf()).toBe('planned')
    expect((await outside('GET', `reviews/${token}`)).status).toBe(404)
  })

  it('sends back with a reason, by name', async () => {
    const { token } = await invite()
    expect((await outside('POST', `reviews/${token}/decision`, { decision: 'reject' })).status).toBe(422)
    await outside('POST', `reviews/${token}/decision`, { decision: 'reject', reason: 'Wrong product' })
    expect((await room.post(postId)).at('delivery.reason')).toBe('approval.rejected')
    expect((await room.requestOf(postId)).at('stages.0.decisions.0.name')).toBe('Client')
    expect((await outside('POST', `reviews/${token}/decision`, { decision: 'approve' })).at('code')).toBe(
      'approval.closed',
    )
  })

  it('finds the link ended after its time, and nothing under another secret', async () => {
    const { token } = await invite(1)
    room.pass(61)
    const late = await outside('GET', `reviews/${token}`)
    expect([late.status, late.at('code')]).toEqual([410, 'review.expired'])
    expect((await outside('POST', `reviews/${token}/decision`, { decision: 'approve' })).status).toBe(410)
    expect((await outside('GET', `reviews/${'A'.repeat(43)}`)).status).toBe(404)
  })

  it('is asked again about new words, with the same link', async () => {
    const { token } = await invite()
    await outside('POST', `reviews/${token}/decision`, { decision: 'approve' })
    await room.author.caller.call('PATCH', `/api/v1/posts/${postId}`, { text: 'Yeni sözler' })
    const seen = await outside('GET', `reviews/${token}`)
    expect([seen.at('state'), seen.at('content.parts.0.text')]).toEqual(['open', 'Yeni sözler'])
  })
})

describe('a comment', () => {
  const comment = (body: object) => room.reviewer.caller.call('POST', `/api/v1/approvals/${requestId}/comments`, body)

  it('is anchored to words, and finds them again when the text moves', async () => {
    const made = await comment({ start: 10, end: 14, text: 'Fresh is a claim' })
    expect([made.status, made.at('comments.0.quote'), made.at('comments.0.stands')]).toEqual([201, 'taze', true])
    await room.author.caller.call('PATCH', `/api/v1/posts/${postId}`, { text: 'Herkese günaydın, taze kahve' })
    const moved = await room.requestOf(postId)
    expect([moved.at('comments.0.start'), moved.at('comments.0.stands')]).toEqual([18, true])
    await room.author.caller.call('PATCH', `/api/v1/posts/${postId}`, { text: 'Herkese günaydın' })
    expect((await room.requestOf(postId)).at('comments.0.stands')).toBe(false)
  })

  it('refuses places that are not in the text, and a suggestion about nothing', async () => {
    expect((await comment({ start: 5, end: 4000, text: 'x' })).status).toBe(422)
    expect((await comment({ part: 7, text: 'x' })).status).toBe(422)
    expect((await comment({ text: 'x', suggestion: 'y' })).status).toBe(422)
    expect((await comment({ text: '' })).status).toBe(422)
  })

  it('can be settled and opened again', async () => {
    const id = String((await comment({ text: 'Nice' })).at('comments.0.id'))
    const settle = (resolved: boolean) =>
      room.author.caller.call('POST', `/api/v1/approval-comments/${id}/resolution`, { resolved })
    expect((await settle(true)).at('comments.0.state')).toBe('resolved')
    expect((await settle(false)).at('comments.0.state')).toBe('open')
  })
})

describe('a suggestion', () => {
  it('that is accepted changes the text, lapses what was approved and asks again', async () => {
    const made = await room.reviewer.caller.call('POST', `/api/v1/approvals/${requestId}/comments`, {
      start: 10,
      end: 14,
      text: 'Softer',
      suggestion: 'yeni',
    })
    await room.decide(room.reviewer.caller, requestId)
    expect(await stateOf()).toBe('planned')
    const accepted = await room.author.caller.call(
      'POST',
      `/api/v1/approval-comments/${String(made.at('comments.0.id'))}/acceptance`,
      {},
    )
    expect([accepted.status, accepted.at('state'), accepted.at('comments.0.state')]).toEqual([
      200,
      'waiting',
      'accepted',
    ])
    expect((await room.post(postId)).at('text')).toBe('Günaydın, yeni kavrulmuş kahve hazır')
    expect(await stateOf()).toBe('held')
    expect((await room.world.admin.call('GET', `/api/v1/approvals/${requestId}`)).at('state')).toBe('lapsed')
  })

  it('is refused once its words are gone, or it was accepted', async () => {
    const made = await room.reviewer.caller.call('POST', `/api/v1/approvals/${requestId}/comments`, {
      start: 10,
      end: 14,
      text: '',
      suggestion: 'yeni',
    })
    const path = `/api/v1/approval-comments/${String(made.at('comments.0.id'))}/acceptance`
    expect((await room.author.caller.call('POST', path, {})).status).toBe(200)
    const again = await room.author.caller.call('POST', path, {})
    expect([again.status, again.at('code')]).toEqual([409, 'suggestion.stale'])
  })
})

it('shows another organisation nothing of a request, and lets it do nothing with it', async () => {
  const { caller } = await addOrganisation(room.world)
  const { id: linkId } = await invite()
  const commented = await room.reviewer.caller.call('POST', `/api/v1/approvals/${requestId}/comments`, { text: 'Nice' })
  const commentId = String(commented.at('comments.0.id'))
  const tries = [
    ['GET', `approvals/${requestId}`],
    ['POST', `approvals/${requestId}/decisions`, { decision: 'approve' }],
    ['POST', `approvals/${requestId}/release`, {}],
    ['POST', `approvals/${requestId}/comments`, { text: 'x' }],
    ['POST', `approvals/${requestId}/links`, { name: 'x' }],
    ['DELETE', `approval-links/${linkId}`],
    ['POST', `approval-comments/${commentId}/resolution`, {}],
    ['POST', `approval-comments/${commentId}/acceptance`, {}],
  ] as const
  for (const [method, path, body] of tries)
    expect((await caller.call(method, `/api/v1/${path}`, body)).status, path).toBe(404)
  expect((await caller.call('GET', '/api/v1/approvals')).at('items')).toEqual([])
  expect((await caller.call('GET', `/api/v1/posts/${postId}/approvals`)).at('items')).toEqual([])
  const many = await caller.call('POST', '/api/v1/approval-decisions', {
    decision: 'approve',
    items: [{ id: requestId }],
  })
  expect(many.at('items.0.code')).toBe('record.not-found')
})
