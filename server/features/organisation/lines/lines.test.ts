import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type Caller, type World } from '#test/world.ts'
import { plantPerson, plantPosition, plantUnit, type Planted } from '../test-structure.ts'
import { reportsOf, superiorsOf } from './superiors-of.ts'

const DAY_MS = 86_400_000
let world: World
let unitId: string
let ines: Planted
let selin: Planted
let deniz: Planted
let burcu: Planted
let daysAgo = 30

beforeAll(async () => {
  let count = 0
  world = await createWorld({
    clock: {
      now: () => new Date(Date.now() - daysAgo * DAY_MS),
      newId: () => `0190${(count += 1).toString(16).padStart(4, '0')}-0000-7000-8000-${crypto.randomUUID().slice(-12)}`,
    },
  })
  unitId = await plantUnit(world, { name: 'Marketing', kind: 'department' })
  ines = await plantPerson(world, { name: 'Ines', unitId })
  selin = await plantPerson(world, { name: 'Selin', unitId })
  deniz = await plantPerson(world, { name: 'Deniz', unitId })
  burcu = await plantPerson(world, { name: 'Burcu', unitId })
})
afterAll(() => world.close())

function report(position: string, superior: string, kind = 'functional', caller: Caller = world.admin) {
  return caller.call('PUT', `/api/v1/positions/${position}/lines/${kind}`, { superiorId: superior })
}
function names(of: Planted, kind: 'functional' | 'administrative') {
  return world.kernel.database.inOrganisation(world.organisationId, async (db) => ({
    above: (await superiorsOf(db, world.organisationId, { personId: of.personId }, kind)).map((one) => one.name),
    below: (await reportsOf(db, world.organisationId, of.personId, kind)).map((one) => one.name),
  }))
}

describe('the two lines', () => {
  it('are drawn apart from each other', async () => {
    expect((await report(selin.positionId, ines.positionId)).at('before')).toBeNull()
    await report(deniz.positionId, selin.positionId)
    await report(burcu.positionId, deniz.positionId)
    expect((await report(burcu.positionId, ines.positionId, 'administrative')).status).toBe(200)
    expect(await names(burcu, 'functional')).toEqual({ above: ['Deniz', 'Selin', 'Ines'], below: [] })
    expect(await names(burcu, 'administrative')).toEqual({ above: ['Ines'], below: [] })
    expect(await names(ines, 'functional')).toEqual({ above: [], below: ['Selin', 'Deniz', 'Burcu'] })
  })

  it('refuse a circle, with the way that would make it', async () => {
    const refused = await report(ines.positionId, burcu.positionId)
    expect([refused.status, refused.at('code'), refused.at('params.path'), refused.at('fields.0.code')]).toEqual([
      409,
      'line.circle',
      'Ines → Burcu → Deniz → Selin → Ines',
      'line.circle',
    ])
    const self = await report(ines.positionId, ines.positionId)
    expect([self.status, self.at('params.path')]).toEqual([409, 'Ines → Ines'])
  })

  it('may run against each other: what one forbids the other allows', async () => {
    expect((await report(selin.positionId, deniz.positionId, 'administrative')).status).toBe(200)
  })

  it('let only one of two through who would close a circle together', async () => {
    const one = await plantPerson(world, { name: 'One', unitId })
    const two = await plantPerson(world, { name: 'Two', unitId })
    const answers = await Promise.all([report(one.positionId, two.positionId), report(two.positionId, one.positionId)])
    expect(answers.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([200, 409])
  })

  it('pass over a vacant position, and leave out who has no account any more', async () => {
    const vacant = await plantPosition(world, { unitId, title: 'Vacant' })
    const anke = await plantPerson(world, { name: 'Anke', unitId })
    await report(vacant, selin.positionId)
    await report(anke.positionId, vacant)
    expect((await names(anke, 'functional')).above).toEqual(['Selin', 'Ines'])
    await world.admin.call('PATCH', `/api/v1/people/${selin.personId}`, { active: false })
    expect((await names(anke, 'functional')).above).toEqual(['Ines'])
    await world.admin.call('PATCH', `/api/v1/people/${selin.personId}`, { active: true })
  })

  it('name no position that is closed, unknown or of another kind of record', async () => {
    const unknown = await report(ines.positionId, crypto.randomUUID())
    expect([unknown.status, unknown.at('fields.0.path'), unknown.at('fields.0.code')]).toEqual([
      422,
      'superiorId',
      'reference.unknown',
    ])
    expect((await report(unitId, ines.positionId)).status).toBe(404)
  })

  it('tell the person whose line was drawn', async () => {
    const notices = await world.kernel.database.inOrganisation(world.organisationId, (db) =>
      db.selectFrom('organisation_notices').select(['kind', 'person_id']).execute(),
    )
    expect(notices).toContainEqual({ kind: 'line.functional-set', person_id: burcu.personId })
  })
})

describe('the past', () => {
  it('shows who reported to whom on a day, and who held the position then', async () => {
    daysAgo = 10
    const moved = await report(burcu.positionId, ines.positionId)
    expect(moved.at('before')).toBe(deniz.positionId)
    daysAgo = 0
    await world.kernel.database.inOrganisation(world.organisationId, (db) =>
      db
        .updateTable('organisation_positions')
        .set({ person_id: null, vacant_since: new Date() })
        .where('id', '=', burcu.positionId)
        .execute(),
    )
    const superiorOn = async (day: number | null) => {
      const on = day === null ? '' : `?on=${new Date(Date.now() - day * DAY_MS).toISOString().slice(0, 10)}`
      const chart = await world.admin.call('GET', `/api/v1/lines${on}`)
      const lines = chart.at('lines') as { kind: string; positionId: string; superiorId: string }[]
      const positions = chart.at('positions') as { id: string; person: { name: string } | null }[]
      const line = lines.find((one) => one.positionId === burcu.positionId && one.kind === 'functional')
      return [line?.superiorId, positions.find((one) => one.id === burcu.positionId)?.person?.name]
    }
    expect(await superiorOn(20)).toEqual([deniz.positionId, 'Burcu'])
    expect(await superiorOn(5)).toEqual([ines.positionId, 'Burcu'])
    expect(await superiorOn(null)).toEqual([ines.positionId, undefined])
    expect(await superiorOn(300)).toEqual([undefined, undefined])
  })

  it('is kept of each position, newest first', async () => {
    const history = await world.admin.call('GET', `/api/v1/positions/${burcu.positionId}/lines`)
    const items = history.at('items') as { superior: { person: { name: string } }; until: string | null }[]
    expect(items.map((one) => [one.superior.person.name, one.until === null])).toEqual([
      ['Ines', true],
      ['Ines', true],
      ['Deniz', false],
    ])
  })

  it('stays when a line is ended', async () => {
    const ended = await world.admin.call('DELETE', `/api/v1/positions/${burcu.positionId}/lines/functional`)
    expect([ended.status, ended.at('before')]).toEqual([200, ines.positionId])
    const again = await world.admin.call('DELETE', `/api/v1/positions/${burcu.positionId}/lines/functional`)
    expect([again.status, again.at('before')]).toEqual([200, null])
    expect((await names(deniz, 'functional')).below).toEqual([])
    const events = await world.admin.call('GET', `/api/v1/events?subjectType=position&subjectId=${burcu.positionId}`)
    expect(events.at('items.0.verb')).toBe('position.line-ended')
  })
})
