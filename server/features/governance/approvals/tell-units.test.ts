import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plantUnit } from '#server/features/organisation/test-structure.ts'
import { openApproving, REVIEW, type Approving, type Member } from './test-approvals.ts'

let room: Approving
let hub: Member
let beside: Member
beforeEach(async () => {
  room = await openApproving()
  hub = await room.addMember('Farid', 'officer', await plantUnit(room.world, { name: 'Social hub', centre: true }))
  beside = await room.addMember('Callum', 'manager', await plantUnit(room.world, { name: 'UK' }))
  await room.addWorkflow([REVIEW])
})
afterEach(() => room[Symbol.asyncDispose]())

describe('the matrix of the operating model', () => {
  it('has the unit that is consulted told of the question, and the one that is informed of the release', async () => {
    const post = await room.plan(room.author.caller)
    expect(await room.noticesOf(hub)).toEqual(['approval.consulted'])
    expect(await room.noticesOf(room.strategist)).not.toContain('approval.released')
    await room.decide(room.reviewer.caller, (await room.requestOf(post.id)).id)
    expect(await room.noticesOf(room.strategist)).toContain('approval.released')
  })

  it('tells nobody beside, and not the authors', async () => {
    const post = await room.plan(room.author.caller)
    await room.decide(room.reviewer.caller, (await room.requestOf(post.id)).id)
    expect(await room.noticesOf(beside)).toEqual([])
    expect(await room.noticesOf(room.author)).toEqual(['approval.approved'])
  })

  it('follows a cell that is set by hand', async () => {
    await room.run(
      `insert into organisation_responsibilities (organisation_id, unit_id, activity, part)
        select organisation_id, unit_id, 'approve', 'informed' from organisation_positions where id = $1`,
      hub.positionId,
    )
    await room.plan(room.author.caller)
    expect(await room.noticesOf(hub)).toEqual([])
  })

  it('asks the representative instead of everybody in the unit, where there is one', async () => {
    const second = await room.addMember('Ines', 'officer', await unitOf(hub))
    await room.run(
      `insert into organisation_representatives (organisation_id, unit_id, person_id, since)
        select organisation_id, unit_id, person_id, now() from organisation_positions where id = $1`,
      second.positionId,
    )
    await room.plan(room.author.caller)
    expect([await room.noticesOf(hub), await room.noticesOf(second)]).toEqual([[], ['approval.consulted']])
  })
})

function unitOf(member: Member): Promise<string> {
  return room.world.kernel.database.inOrganisation(room.world.organisationId, async (db) => {
    const row = await db
      .selectFrom('organisation_positions')
      .select('unit_id')
      .where('id', '=', member.positionId)
      .executeTakeFirstOrThrow()
    return row.unit_id
  })
}
