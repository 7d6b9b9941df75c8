import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openApproving, REVIEW, type Approving } from './test-approvals.ts'

let room: Approving
beforeEach(async () => {
  room = await openApproving()
  await room.run(`update organisation_operating_models set model = 'centralised'`)
})
afterEach(() => room[Symbol.asyncDispose]())

const stateOf = async (postId: string) => (await room.post(postId)).at('delivery.state')
/** In the centralised model the region writes nothing of its own: the strategist plans. */
const plan = () => room.plan(room.strategist.caller)

describe('somebody whom a stage names', () => {
  it('decides it, though the operating model leaves approving to others', async () => {
    await room.addWorkflow([REVIEW])
    const session = await room.reviewer.caller.call('GET', '/api/v1/session')
    expect(session.at('actions')).not.toContain('posts.approve')
    const post = await plan()
    const request = await room.requestOf(post.id)
    expect([request.at('stages.0.asked.0.person.name'), request.at('stages.0.asked.0.via')]).toEqual(['Elif', 'named'])
    const mine = await room.reviewer.caller.call('GET', '/api/v1/approvals?view=for-me')
    expect(mine.at('items.0.mine.may')).toBe('decide')
    const decided = await room.decide(room.reviewer.caller, request.id)
    expect([decided.status, decided.at('state'), await stateOf(post.id)]).toEqual([200, 'approved', 'planned'])
  })

  it('decides several at once, too', async () => {
    await room.addWorkflow([{ name: 'Elif', approvers: [{ kind: 'person', personId: room.reviewer.personId }] }])
    const post = await plan()
    const { id } = await room.requestOf(post.id)
    const many = await room.reviewer.caller.call('POST', '/api/v1/approval-decisions', {
      decision: 'approve',
      items: [{ id }],
    })
    expect([many.at('items.0.code'), many.at('items.0.state')]).toEqual([null, 'approved'])
  })

  it('is passed over where their role does not allow approving', async () => {
    await room.addWorkflow([{ name: 'Burcu', approvers: [{ kind: 'position', positionId: room.author.positionId }] }])
    const post = await room.plan(room.world.admin)
    const request = await room.requestOf(post.id)
    expect(request.at('stages.0.asked.0.person.name')).toBe('Deniz')
    const refused = await room.decide(room.author.caller, request.id)
    expect([refused.status, refused.at('code')]).toEqual([403, 'right.missing'])
  })

  it('needs the right in the key they use', async () => {
    await room.addWorkflow([REVIEW])
    const { id } = await room.requestOf((await plan()).id)
    await room.run(
      `update organisation_api_keys set scopes = '{posts.read}' where person_id = $1`,
      room.reviewer.personId,
    )
    const refused = await room.decide(room.reviewer.caller, id)
    expect([refused.status, refused.at('code')]).toEqual([403, 'right.scope-missing'])
  })

  it('may still not approve elsewhere: as one of a role they are not asked', async () => {
    await room.addWorkflow([{ name: 'Managers', approvers: [{ kind: 'role', role: 'manager' }] }])
    const { id, ...request } = await room.requestOf((await plan()).id)
    expect(request.at('stages.0.gap')).toBe('nobody')
    const refused = await room.decide(room.reviewer.caller, id)
    expect([refused.status, refused.at('code')]).toEqual([403, 'approval.not-asked'])
  })
})
