import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openApproving, REVIEW, type Approving } from './test-approvals.ts'

let room: Approving
beforeEach(async () => {
  room = await openApproving()
})
afterEach(() => room[Symbol.asyncDispose]())

const stateOf = async (postId: string) => {
  const post = await room.post(postId)
  return [post.at('delivery.state'), post.at('delivery.reason'), post.at('delivery.nextAt') === null]
}

describe('a post that no workflow is about', () => {
  it('is planned as ever', async () => {
    const post = await room.plan(room.author.caller)
    expect([post.status, post.at('delivery.state')]).toEqual([201, 'planned'])
    expect((await room.world.admin.call('GET', `/api/v1/posts/${post.id}/approvals`)).at('items')).toEqual([])
  })
})

describe('a post that needs approval', () => {
  it('is held until the one who is asked approves it, then goes out at its time', async () => {
    await room.addWorkflow([REVIEW])
    const post = await room.plan(room.author.caller)
    expect([post.status, await stateOf(post.id)]).toEqual([201, ['held', 'approval.waiting', true]])
    const request = await room.requestOf(post.id)
    expect([request.at('stages.0.asked.0.person.name'), request.at('stages.0.asked.0.as.label')]).toEqual([
      'Elif',
      'regional-reviewer',
    ])
    expect(await room.noticesOf(room.reviewer)).toContain('approval.asked')
    const mine = await room.reviewer.caller.call('GET', '/api/v1/approvals?view=for-me')
    expect([mine.at('items.0.id'), mine.at('items.0.mine.may')]).toEqual([request.id, 'decide'])
    const decided = await room.decide(room.reviewer.caller, request.id)
    expect([decided.status, decided.at('state')]).toEqual([200, 'approved'])
    expect(await stateOf(post.id)).toEqual(['planned', null, false])
    expect(await room.noticesOf(room.author)).toContain('approval.approved')
  })

  it('asks again when it is changed after approval, and shows what was approved before', async () => {
    await room.addWorkflow([REVIEW])
    const post = await room.plan(room.author.caller)
    const first = await room.requestOf(post.id)
    await room.decide(room.reviewer.caller, first.id)
    const changed = await room.author.caller.call('PATCH', `/api/v1/posts/${post.id}`, { text: 'Başka bir söz' })
    expect([changed.status, await stateOf(post.id)]).toEqual([200, ['held', 'approval.waiting', true]])
    const second = await room.requestOf(post.id)
    expect(second.id).not.toBe(first.id)
    expect(second.at('approvedBefore.parts.0.text')).toBe('Günaydın, taze kavrulmuş kahve hazır')
    expect((await room.world.admin.call('GET', `/api/v1/approvals/${first.id}`)).at('state')).toBe('lapsed')
    const late = await room.decide(room.reviewer.caller, first.id)
    expect([late.status, late.at('code')]).toEqual([409, 'approval.closed'])
  })

  it('stays approved when only its time changes, and is not asked for twice while it waits', async () => {
    await room.addWorkflow([REVIEW])
    const post = await room.plan(room.author.caller)
    const request = await room.requestOf(post.id)
    const later = new Date(Date.now() + 72 * 3_600_000).toISOString()
    await room.author.caller.call('PATCH', `/api/v1/posts/${post.id}`, { plannedAt: later, timeZone: 'UTC' })
    expect((await room.requestOf(post.id)).id).toBe(request.id)
    await room.decide(room.reviewer.caller, request.id)
    const again = new Date(Date.now() + 96 * 3_600_000).toISOString()
    await room.author.caller.call('PATCH', `/api/v1/posts/${post.id}`, { plannedAt: again, timeZone: 'UTC' })
    expect(await stateOf(post.id)).toEqual(['planned', null, false])
  })

  it('lapses when its campaign changes, since that is another audience', async () => {
    await room.addWorkflow([REVIEW])
    const campaign = await room.world.admin.call('POST', '/api/v1/campaigns', {
      title: 'Harvest',
      startsOn: '2026-01-01',
      endsOn: '2027-12-31',
    })
    const post = await room.plan(room.author.caller)
    await room.decide(room.reviewer.caller, (await room.requestOf(post.id)).id)
    await room.author.caller.call('PATCH', `/api/v1/posts/${post.id}`, { campaignId: campaign.id })
    expect(await stateOf(post.id)).toEqual(['held', 'approval.waiting', true])
  })

  it('stays back when it was sent back, until it says something else', async () => {
    await room.addWorkflow([REVIEW])
    const post = await room.plan(room.author.caller)
    const request = await room.requestOf(post.id)
    const bare = await room.decide(room.reviewer.caller, request.id, 'reject')
    expect([bare.status, bare.at('code')]).toEqual([422, 'approval.reason-needed'])
    await room.decide(room.reviewer.caller, request.id, 'reject', 'Too loud')
    expect(await stateOf(post.id)).toEqual(['held', 'approval.rejected', true])
    const moved = new Date(Date.now() + 72 * 3_600_000).toISOString()
    await room.author.caller.call('PATCH', `/api/v1/posts/${post.id}`, { plannedAt: moved, timeZone: 'UTC' })
    expect(await stateOf(post.id)).toEqual(['held', 'approval.rejected', true])
    await room.author.caller.call('PATCH', `/api/v1/posts/${post.id}`, { text: 'Sakin bir sabah' })
    expect(await stateOf(post.id)).toEqual(['held', 'approval.waiting', true])
  })

  it('expires at its time, does not go out late, and is asked for again when it gets a new time', async () => {
    await room.addWorkflow([REVIEW])
    const post = await room.plan(room.author.caller)
    const request = await room.requestOf(post.id)
    room.pass(48 * 60 + 1)
    const late = await room.decide(room.reviewer.caller, request.id)
    expect([late.status, late.at('code')]).toEqual([409, 'approval.expired'])
    await room.watch()
    expect(await stateOf(post.id)).toEqual(['held', 'approval.expired', true])
    expect(await room.noticesOf(room.author)).toContain('approval.expired')
    const plannedAt = new Date(Date.now() + 120 * 3_600_000).toISOString()
    await room.author.caller.call('PATCH', `/api/v1/posts/${post.id}`, { plannedAt, timeZone: 'UTC' })
    expect(await stateOf(post.id)).toEqual(['held', 'approval.waiting', true])
  })

  it('cannot be planned for now: nobody could approve it in time', async () => {
    await room.addWorkflow([REVIEW])
    const now = await room.plan(room.author.caller, { plannedAt: new Date().toISOString() })
    expect([now.status, now.at('code'), now.at('fields.0.path')]).toEqual([422, 'approval.no-time', 'plannedAt'])
  })

  it('is withdrawn when the post is cancelled, and asked for anew when it is restored', async () => {
    await room.addWorkflow([REVIEW])
    const post = await room.plan(room.author.caller)
    const first = await room.requestOf(post.id)
    await room.author.caller.call('DELETE', `/api/v1/posts/${post.id}`)
    expect((await room.world.admin.call('GET', `/api/v1/approvals/${first.id}`)).at('state')).toBe('withdrawn')
    await room.author.caller.call('POST', `/api/v1/posts/${post.id}/restoration`, {})
    expect(await stateOf(post.id)).toEqual(['held', 'approval.waiting', true])
    expect((await room.requestOf(post.id)).id).not.toBe(first.id)
  })

  it('cannot stand ready to go out with another content than the approved one, whoever writes the row', async () => {
    await room.addWorkflow([REVIEW])
    const post = await room.plan(room.author.caller)
    await expect(
      room.run(`update publishing_deliveries set state = 'planned', next_at = now() where post_id = $1`, post.id),
    ).rejects.toThrow(/publishing_deliveries_approved/)
    await room.decide(room.reviewer.caller, (await room.requestOf(post.id)).id)
    await expect(
      room.run(`update publishing_deliveries set content_hash = 'tampered' where post_id = $1`, post.id),
    ).rejects.toThrow(/publishing_deliveries_approved/)
  })
})

describe('stages', () => {
  it('follow each other, and the next begins when the one before has approved', async () => {
    await room.addWorkflow([REVIEW, { name: 'Strategy', approvers: [{ kind: 'role', role: 'strategist' }] }])
    const post = await room.plan(room.author.caller)
    const request = await room.requestOf(post.id)
    const early = await room.decide(room.strategist.caller, request.id)
    expect([early.status, early.at('code')]).toEqual([403, 'approval.not-asked'])
    await room.decide(room.reviewer.caller, request.id)
    expect(await stateOf(post.id)).toEqual(['held', 'approval.waiting', true])
    const stale = await room.strategist.caller.call('POST', `/api/v1/approvals/${request.id}/decisions`, {
      decision: 'approve',
      stage: 1,
    })
    expect([stale.status, stale.at('code')]).toEqual([409, 'approval.stage-passed'])
    await room.decide(room.strategist.caller, request.id)
    expect(await stateOf(post.id)).toEqual(['planned', null, false])
  })

  it('apply by their own conditions, and say which of them held', async () => {
    await room.addWorkflow([
      REVIEW,
      {
        name: 'Strategy',
        conditions: [{ kind: 'contains', oneOf: ['price'] }],
        approvers: [{ kind: 'role', role: 'strategist' }],
      },
    ])
    const plain = await room.requestOf((await room.plan(room.author.caller)).id)
    expect(plain.at('stages.1')).toBeUndefined()
    const priced = await room.requestOf((await room.plan(room.author.caller, { text: 'Yüzde 20 indirim' })).id)
    expect([priced.at('stages.1.reasons.0.kind'), priced.at('stages.1.reasons.0.params.words')]).toEqual([
      'contains.price',
      'Yüzde 20 indirim',
    ])
  })

  it('ask for all: each approver by somebody else, nobody twice', async () => {
    await room.addWorkflow([
      {
        name: 'Both',
        need: 'all',
        approvers: [
          { kind: 'duty', duty: 'regional-reviewer' },
          { kind: 'person', personId: room.strategist.personId },
        ],
      },
    ])
    const post = await room.plan(room.author.caller)
    const request = await room.requestOf(post.id)
    await room.decide(room.reviewer.caller, request.id)
    const twice = await room.decide(room.reviewer.caller, request.id)
    expect([twice.status, twice.at('code')]).toEqual([409, 'approval.decided'])
    expect(await stateOf(post.id)).toEqual(['held', 'approval.waiting', true])
    await room.decide(room.strategist.caller, request.id)
    expect(await stateOf(post.id)).toEqual(['planned', null, false])
  })
})

describe('a workflow', () => {
  it('is the first in order whose conditions hold', async () => {
    const low = await room.addWorkflow([REVIEW], [], 'Everything')
    const high = await room.addWorkflow(
      [{ name: 'Strategy', approvers: [{ kind: 'role', role: 'strategist' }] }],
      [{ kind: 'risk', of: 'channel', atLeast: 'high' }],
      'High risk',
    )
    await room.world.admin.call('PATCH', `/api/v1/channels/${room.channelId}`, { risk: 'high' })
    const before = await room.requestOf((await room.plan(room.author.caller)).id)
    expect(before.at('workflow.id')).toBe(low)
    const ordered = await room.world.admin.call('PUT', '/api/v1/workflow-order', { ids: [high, low] })
    expect(ordered.status).toBe(200)
    const after = await room.requestOf((await room.plan(room.author.caller, { text: 'Yeni' })).id)
    expect([after.at('workflow.id'), after.at('stages.0.reasons.0.kind')]).toEqual([high, 'risk.channel'])
  })

  it('that is changed leaves running requests as they began, and says so', async () => {
    const id = await room.addWorkflow([REVIEW])
    const post = await room.plan(room.author.caller)
    const changed = await room.world.admin.call('PATCH', `/api/v1/workflows/${id}`, {
      stages: [{ name: 'Strategy', approvers: [{ kind: 'role', role: 'strategist' }] }],
    })
    expect([changed.at('number'), changed.at('running'), changed.at('runningOlder')]).toEqual([2, 1, 1])
    const request = await room.requestOf(post.id)
    expect([request.at('workflow.number'), request.at('workflow.current')]).toEqual([1, 2])
    await room.decide(room.reviewer.caller, request.id)
    expect(await stateOf(post.id)).toEqual(['planned', null, false])
  })

  it('is tried before anybody writes: who, as what, and why, and not the author', async () => {
    await room.addWorkflow([
      REVIEW,
      { name: 'Strategy', approvers: [{ kind: 'person', personId: room.strategist.personId }] },
    ])
    const route = await room.strategist.caller.call('POST', '/api/v1/approval-routes', {
      channelIds: [room.channelId],
      parts: [{ text: 'Merhaba' }],
    })
    expect([
      route.status,
      route.at('items.0.stages.0.people.0.person.name'),
      route.at('items.0.stages.1.authors.0.name'),
      route.at('items.0.stages.1.gap'),
    ]).toEqual([200, 'Elif', 'Deniz', 'nobody'])
  })
})
