import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '#test/world.ts'
import { openApproving, REVIEW, type Approving } from './test-approvals.ts'

let room: Approving
beforeEach(async () => {
  room = await openApproving()
})
afterEach(() => room[Symbol.asyncDispose]())

const stateOf = async (postId: string) => (await room.post(postId)).at('delivery.state')

/** The model takes publishing away from the region: its people plan, others release. */
const takePublishing = () =>
  room.run(
    `insert into organisation_responsibilities (organisation_id, unit_id, activity, part) values ($1, $2, 'publish', 'informed'), ($1, $3, 'publish', 'accountable')`,
    room.world.organisationId,
    room.regionId,
    room.companyId,
  )

describe('whoever may not publish there', () => {
  it('plans, and somebody who may releases it; the reason is named', async () => {
    await takePublishing()
    const post = await room.plan(room.author.caller)
    expect([post.status, await stateOf(post.id)]).toEqual([201, 'held'])
    const request = await room.requestOf(post.id)
    expect([request.at('stages.0.kind'), request.at('stages.0.reasons.0.kind'), request.at('workflow')]).toEqual([
      'release',
      'release.right.not-in-model',
      null,
    ])
    const own = await room.author.caller.call('POST', `/api/v1/approvals/${request.id}/release`, {})
    expect(own.status).toBe(403)
    const released = await room.strategist.caller.call('POST', `/api/v1/approvals/${request.id}/release`, {})
    expect([released.status, released.at('state')]).toEqual([200, 'approved'])
    expect(await stateOf(post.id)).toBe('planned')
  })

  it('may be released by who approves there without publishing, and by nobody without either right', async () => {
    await takePublishing()
    const viewer = await room.addMember('Veli', 'viewer', room.companyId)
    const executive = await room.addMember('Esra', 'executive', room.companyId)
    const request = await room.requestOf((await room.plan(room.author.caller)).id)
    expect((await room.decide(viewer.caller, request.id)).status).toBe(403)
    expect((await room.decide(executive.caller, request.id)).at('state')).toBe('approved')
  })

  it('waits for the release after the stages of a workflow', async () => {
    await takePublishing()
    await room.addWorkflow([REVIEW])
    const post = await room.plan(room.author.caller)
    const request = await room.requestOf(post.id)
    await room.decide(room.reviewer.caller, request.id)
    expect(await stateOf(post.id)).toBe('held')
    await room.decide(room.strategist.caller, request.id)
    expect(await stateOf(post.id)).toBe('planned')
  })

  it('needs no release any more once they may publish, when they plan it again', async () => {
    await takePublishing()
    const post = await room.plan(room.author.caller)
    await room.run(`delete from organisation_responsibilities where activity = 'publish'`)
    const plannedAt = new Date(Date.now() + 72 * 3_600_000).toISOString()
    await room.author.caller.call('PATCH', `/api/v1/posts/${post.id}`, { plannedAt, timeZone: 'UTC' })
    expect(await stateOf(post.id)).toBe('planned')
  })
})

describe('whoever wrote any of it', () => {
  it('does not approve it, not even an administrator or a strategist', async () => {
    await room.run(
      `insert into organisation_responsibilities (organisation_id, unit_id, activity, part) values ($1, $2, 'adapt', 'accountable')`,
      room.world.organisationId,
      room.companyId,
    )
    await room.addWorkflow([{ name: 'Strategy', approvers: [{ kind: 'role', role: 'strategist' }] }])
    const own = await room.requestOf((await room.plan(room.strategist.caller)).id)
    expect((await room.decide(room.strategist.caller, own.id)).at('code')).toBe('approval.own-work')
    const byAdmin = await room.requestOf((await room.plan(room.world.admin, { text: 'Admin writes' })).id)
    expect((await room.decide(room.world.admin, byAdmin.id)).at('code')).toBe('approval.own-work')
  })

  it('includes whoever changed the words since, even while it needed no approval', async () => {
    const post = await room.plan(room.author.caller)
    await room.reviewer.caller.call('PATCH', `/api/v1/posts/${post.id}`, { text: 'The reviewer’s words' })
    await room.addWorkflow([REVIEW])
    await room.author.caller.call('PATCH', `/api/v1/posts/${post.id}`, { text: 'The reviewer’s words, and mine' })
    const request = await room.requestOf(post.id)
    expect((await room.decide(room.reviewer.caller, request.id)).at('code')).toBe('approval.own-work')
    expect(request.at('stages.0.asked.0.person.name')).toBe('Deniz')
  })

  it('gives an administrator no way round: not being asked, they cannot decide', async () => {
    await room.addWorkflow([REVIEW])
    const request = await room.requestOf((await room.plan(room.author.caller)).id)
    expect((await room.decide(room.world.admin, request.id)).at('code')).toBe('approval.not-asked')
  })
})

it('lets no sequence of what an author can do release their own post', async () => {
  await takePublishing()
  // The author holds every right there is and every duty that is asked: only their authorship stands in the way.
  const author = await room.addMember('Zor', 'administrator', room.regionId, { duty: 'regional-reviewer' })
  await room.run('update organisation_positions set person_id = null where id = $1', room.reviewer.positionId)
  await room.run('update organisation_positions set person_id = null where id = $1', room.strategist.positionId)
  await room.addWorkflow([
    { ...REVIEW, deadlineHours: 1 },
    {
      name: 'Administrators',
      approvers: [
        { kind: 'role', role: 'administrator' },
        { kind: 'person', personId: author.personId },
      ],
    },
  ])
  await room.run(
    'update organisation_people set active = false where id <> $1 and id <> $2',
    author.personId,
    room.author.personId,
  )
  const post = await room.plan(author.caller)
  expect(post.status).toBe(201)
  let seed = 3
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  let text = 0
  const link: { token: string | null } = { token: null }
  const request = async () => {
    const listed = await author.caller.call('GET', `/api/v1/posts/${post.id}/approvals`)
    return String(listed.at('items.0.id'))
  }
  const later = () => new Date(Date.now() + (100 + random(1000)) * 3_600_000).toISOString()
  const call = (caller: Caller, method: string, path: string, body?: unknown) =>
    caller.call(method, `/api/v1/${path}`, body)
  const steps: readonly (() => Promise<unknown>)[] = [
    async () => call(author.caller, 'POST', `approvals/${await request()}/decisions`, { decision: 'approve' }),
    async () => call(author.caller, 'POST', `approvals/${await request()}/release`, {}),
    async () =>
      call(author.caller, 'POST', 'approval-decisions', { decision: 'approve', items: [{ id: await request() }] }),
    async () => call(author.caller, 'PATCH', `posts/${post.id}`, { text: `Words ${(text += 1)}` }),
    async () => call(author.caller, 'PATCH', `posts/${post.id}`, { plannedAt: later(), timeZone: 'UTC' }),
    async () => call(author.caller, 'DELETE', `posts/${post.id}`),
    async () => call(author.caller, 'POST', `posts/${post.id}/restoration`, {}),
    async () => call(author.caller, 'POST', `posts/${post.id}/deliveries/retry`, {}),
    async () => {
      const made = await call(author.caller, 'POST', `approvals/${await request()}/links`, { name: 'Myself outside' })
      link.token = /review\/(.+)$/.exec(String(made.at('url')))?.[1] ?? link.token
    },
    async () => call(room.world.stranger, 'POST', `reviews/${link.token}/decision`, { decision: 'approve' }),
    async () => {
      const made = await call(author.caller, 'POST', `approvals/${await request()}/comments`, {
        start: 0,
        end: 3,
        text: 'x',
        suggestion: 'Neu',
      })
      const comments = made.at('comments')
      const last = Array.isArray(comments) ? String((comments.at(-1) as { id?: string } | undefined)?.id) : ''
      await call(author.caller, 'POST', `approval-comments/${last}/acceptance`, {})
    },
    async () => {
      room.pass(70)
      await room.watch()
    },
  ]
  for (let round = 0; round < 90; round += 1) {
    await steps[random(steps.length)]?.()
    const seen = await author.caller.call('GET', `/api/v1/posts/${post.id}`)
    expect(['held', 'cancelled'], `after ${round} steps`).toContain(seen.at('delivery.state'))
  }
}, 120_000)
