import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plantUnit } from '#server/features/organisation/test-structure.ts'
import { openApproving, REVIEW, type Approving } from './test-approvals.ts'

let room: Approving
beforeEach(async () => {
  room = await openApproving()
})
afterEach(() => room[Symbol.asyncDispose]())

const stateOf = async (postId: string) => {
  const post = await room.post(postId)
  return [post.at('delivery.state'), post.at('delivery.reason')]
}
const DAY = 24 * 60

describe('two who decide at once', () => {
  it('in a stage for any: one is counted, the other is told that it is closed', async () => {
    const other = await room.addMember('Selin', 'manager', room.regionId)
    await room.addWorkflow([
      {
        name: 'Either',
        approvers: [
          { kind: 'duty', duty: 'regional-reviewer' },
          { kind: 'person', personId: other.personId },
        ],
      },
    ])
    const request = await room.requestOf((await room.plan(room.author.caller)).id)
    const answers = await Promise.all([
      room.decide(room.reviewer.caller, request.id),
      room.decide(other.caller, request.id, 'reject', 'No'),
    ])
    expect(answers.map(({ status }) => String(status)).sort()).toEqual(['200', '409'])
    expect(answers.find(({ status }) => status === 409)?.at('code')).toBe('approval.closed')
  })

  it('in a stage for all: both are counted', async () => {
    const other = await room.addMember('Selin', 'manager', room.regionId)
    await room.addWorkflow([
      {
        name: 'Both',
        need: 'all',
        approvers: [
          { kind: 'duty', duty: 'regional-reviewer' },
          { kind: 'person', personId: other.personId },
        ],
      },
    ])
    const post = await room.plan(room.author.caller)
    const request = await room.requestOf(post.id)
    const answers = await Promise.all([
      room.decide(room.reviewer.caller, request.id),
      room.decide(other.caller, request.id),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await stateOf(post.id)).toEqual(['planned', null])
  })

  it('the same person twice at once: counted once', async () => {
    await room.addWorkflow([REVIEW])
    const request = await room.requestOf((await room.plan(room.author.caller)).id)
    const answers = await Promise.all([1, 2, 3].map(() => room.decide(room.reviewer.caller, request.id)))
    expect(answers.map(({ status }) => String(status)).sort()).toEqual(['200', '409', '409'])
  })

  it('an approval and a change of the text: what goes out is what was approved, or nothing', async () => {
    await room.addWorkflow([REVIEW])
    for (let round = 0; round < 5; round += 1) {
      const post = await room.plan(room.author.caller, { text: `Round ${round}` })
      const request = await room.requestOf(post.id)
      const [decided, changed] = await Promise.all([
        room.decide(room.reviewer.caller, request.id),
        room.author.caller.call('PATCH', `/api/v1/posts/${post.id}`, { text: `Changed ${round}` }),
      ])
      expect([200, 409]).toContain(decided.status)
      expect(changed.status).toBe(200)
      expect(await stateOf(post.id)).toEqual(['held', 'approval.waiting'])
    }
  })
})

describe('somebody who cannot decide', () => {
  it('is stood in for by their delegate while they are away', async () => {
    const delegate = await room.addMember('Selin', 'manager', room.regionId)
    await room.run(
      `insert into organisation_absences (organisation_id, id, person_id, from_on, until_on, delegate_id, created_at) values ($1, gen_random_uuid(), $2, current_date - 1, current_date + 1, $3, now())`,
      room.world.organisationId,
      room.reviewer.personId,
      delegate.personId,
    )
    await room.addWorkflow([REVIEW])
    const post = await room.plan(room.author.caller)
    const request = await room.requestOf(post.id)
    expect([
      request.at('stages.0.asked.0.person.name'),
      request.at('stages.0.asked.0.via'),
      request.at('stages.0.asked.0.insteadOf.name'),
    ]).toEqual(['Selin', 'delegate', 'Elif'])
    expect((await room.decide(room.reviewer.caller, request.id)).at('code')).toBe('approval.not-asked')
    await room.decide(delegate.caller, request.id)
    expect(await stateOf(post.id)).toEqual(['planned', null])
  })

  it('is replaced by the next in line when they leave in mid-flow, and the one who comes is told', async () => {
    await room.addWorkflow([REVIEW])
    const post = await room.plan(room.author.caller)
    await room.run('update organisation_people set active = false where id = $1', room.reviewer.personId)
    await room.watch()
    const request = await room.requestOf(post.id)
    expect([request.at('stages.0.asked.0.person.name'), request.at('stages.0.asked.0.via')]).toEqual([
      'Deniz',
      'superior',
    ])
    expect(await room.noticesOf(room.strategist)).toContain('approval.asked')
    await room.decide(room.strategist.caller, request.id)
    expect(await stateOf(post.id)).toEqual(['planned', null])
  })

  it('is looked up again at the moment of the decision, not only once a minute', async () => {
    await room.addWorkflow([REVIEW])
    const request = await room.requestOf((await room.plan(room.author.caller)).id)
    await room.run('update organisation_positions set person_id = null where id = $1', room.reviewer.positionId)
    expect((await room.decide(room.reviewer.caller, request.id)).at('code')).toBe('approval.not-asked')
    expect((await room.decide(room.strategist.caller, request.id)).status).toBe(200)
  })

  it('leaves a gap that is shown, held and told to strategists where nobody else is', async () => {
    await room.addWorkflow([{ name: 'Data protection', approvers: [{ kind: 'duty', duty: 'data-protection' }] }])
    const post = await room.plan(room.author.caller)
    const request = await room.requestOf(post.id)
    expect([request.at('gap'), request.at('stages.0.asked')]).toEqual(['nobody', []])
    expect(await stateOf(post.id)).toEqual(['held', 'approval.waiting'])
    expect(await room.noticesOf(room.strategist)).toEqual(['approval.stuck'])
    await room.watch()
    expect(await room.noticesOf(room.strategist)).toEqual(['approval.stuck'])
    expect((await room.decide(room.strategist.caller, request.id)).at('code')).toBe('approval.not-asked')
    const officer = await room.addMember('Nil', 'manager', room.companyId, { duty: 'data-protection' })
    await room.watch()
    expect((await room.requestOf(post.id)).at('gap')).toBeNull()
    expect((await room.decide(officer.caller, request.id)).status).toBe(200)
  })

  it('is passed over where their role may not approve, however the stage names them', async () => {
    const far = await plantUnit(room.world, { name: 'DACH' })
    const jonas = await room.addMember('Jonas', 'officer', far)
    await room.setLine(jonas, room.strategist)
    await room.addWorkflow([{ name: 'Jonas', approvers: [{ kind: 'person', personId: jonas.personId }] }])
    const request = await room.requestOf((await room.plan(room.author.caller)).id)
    expect(request.at('stages.0.asked.0.person.name')).toBe('Deniz')
    expect((await room.decide(jonas.caller, request.id)).status).toBe(403)
  })

  it('says that too few are left where one person would have to stand for two', async () => {
    await room.addWorkflow([
      {
        name: 'Both',
        need: 'all',
        approvers: [
          { kind: 'duty', duty: 'regional-reviewer' },
          { kind: 'person', personId: room.reviewer.personId },
        ],
      },
    ])
    const request = await room.requestOf((await room.plan(room.author.caller)).id)
    expect(request.at('gap')).toBe('too-few')
  })
})

describe('time', () => {
  it('reminds once, and after the deadline asks the superior as well', async () => {
    await room.addWorkflow([{ ...REVIEW, reminderHours: 2, deadlineHours: 24 }])
    const post = await room.plan(room.author.caller, {
      plannedAt: new Date(Date.now() + 5 * 24 * 3_600_000).toISOString(),
    })
    room.pass(121)
    await room.watch()
    await room.watch()
    expect(await room.noticesOf(room.reviewer)).toEqual(['approval.asked', 'approval.reminder'])
    room.pass(DAY)
    await room.watch()
    const request = await room.requestOf(post.id)
    expect([0, 1].map((place) => String(request.at(`stages.0.asked.${place}.person.name`))).sort()).toEqual([
      'Deniz',
      'Elif',
    ])
    expect(await room.noticesOf(room.strategist)).toEqual(['approval.escalated'])
    expect((await room.decide(room.strategist.caller, request.id)).at('state')).toBe('approved')
    expect(await stateOf(post.id)).toEqual(['planned', null])
  })
})

describe('many at once', () => {
  it('are decided each for itself, and say what became of each', async () => {
    await room.addWorkflow([REVIEW])
    const posts = [await room.plan(room.author.caller), await room.plan(room.author.caller, { text: 'Two' })]
    const own = await room.plan(room.reviewer.caller, { text: 'Mine' })
    const ids = await Promise.all([...posts, own].map(async (post) => (await room.requestOf(post.id)).id))
    const answer = await room.reviewer.caller.call('POST', '/api/v1/approval-decisions', {
      decision: 'approve',
      items: ids.map((id) => ({ id })),
    })
    expect([0, 1, 2].map((place) => [answer.at(`items.${place}.state`), answer.at(`items.${place}.code`)])).toEqual([
      ['approved', null],
      ['approved', null],
      [null, 'approval.own-work'],
    ])
    expect(await stateOf(own.id)).toEqual(['held', 'approval.waiting'])
  })
})
