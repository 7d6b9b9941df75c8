import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addColleague, companyOf, made, type Colleague } from '#test/colleague.ts'
import { createWorld, type World } from '#test/world.ts'

let world: World
let company: string
beforeAll(async () => {
  world = await createWorld()
  company = await companyOf(world)
})
afterAll(() => world.close())

interface Gap {
  readonly kind: string
  readonly unit: { readonly name: string } | null
  readonly hours: number | null
  readonly days: readonly number[]
  readonly language: string | null
}
const gaps = async () => (await world.admin.call('GET', '/api/v1/coverage')).at('gaps') as Gap[]
const kinds = async () => (await gaps()).map(({ kind, unit }) => `${kind} ${unit?.name ?? ''}`.trim())
const add = (path: string, body: unknown) => made(world.admin, path, body)
const week = (from: string, until: string, days = 7) =>
  Array.from({ length: 7 }, (_, day) => (day < days ? { from, until } : null))

describe('Coverage', () => {
  it('shows what is missing, and each gap closes by the way that it names', async () => {
    const people: Colleague[] = []
    for (const name of ['Ada One', 'Ada Two', 'Ada Three']) people.push(await addColleague(world, name))
    const [first, second, third] = people
    const sales = await add('units', { name: 'Sales', kind: 'department', parentId: company })
    const dach = await add('units', {
      name: 'DACH',
      kind: 'region',
      parentId: company,
      locale: 'de-DE',
      timeZone: 'Europe/Berlin',
    })
    expect(await kinds()).toEqual(['core-team', 'representative Sales', 'reviewer DACH', 'language DACH', 'hours DACH'])

    for (const person of [first, second])
      await made(world.admin, `people/${person?.id ?? ''}/core-team`, { member: true }, 'PUT')
    await made(world.admin, `units/${sales.id}/representative`, { personId: first?.id, deputyId: second?.id }, 'PUT')
    const reviewer = await add('positions', { unitId: dach.id, title: 'Reviewer', duty: 'regional-reviewer' })
    expect(await kinds()).toEqual(['reviewer DACH', 'language DACH', 'hours DACH'])

    await made(world.admin, `positions/${reviewer.id}`, { personId: third?.id }, 'PATCH')
    await made(
      world.admin,
      `people/${third?.id ?? ''}/profile`,
      { languages: ['de'], workingHours: { timeZone: 'Europe/Berlin', week: week('09:00', '18:00', 5) } },
      'PATCH',
    )
    const [bare, ...rest] = await gaps()
    expect([bare?.kind, bare?.hours, bare?.days, rest]).toEqual(['hours', 18, [6, 7], []])

    await made(world.admin, `units/${dach.id}`, { coverHours: week('09:00', '18:00', 5) }, 'PATCH')
    expect(await gaps()).toEqual([])
  })

  it('opens the gap again when the account of whoever closed it is closed', async () => {
    const legal = await add('units', { name: 'Legal', kind: 'department', parentId: company })
    const person = await addColleague(world, 'Tomas Keller')
    await made(world.admin, `units/${legal.id}/representative`, { personId: person.id }, 'PUT')
    expect(await kinds()).not.toContain('representative Legal')
    await made(world.admin, `people/${person.id}`, { active: false }, 'PATCH')
    expect(await kinds()).toContain('representative Legal')
  })

  it('counts people hour by hour, by the clock of the region', async () => {
    const uk = await add('units', { name: 'UK', kind: 'region', parentId: company, timeZone: 'Europe/London' })
    const person = await addColleague(world, 'Harriet Voss')
    await add('positions', { unitId: uk.id, title: 'Officer', personId: person.id })
    await made(
      world.admin,
      `people/${person.id}/profile`,
      { workingHours: { timeZone: 'Europe/Berlin', week: week('10:00', '12:00', 1) } },
      'PATCH',
    )
    const coverage = await world.admin.call('GET', '/api/v1/coverage')
    const found = (coverage.at('weeks') as { unit: { name: string }; people: number[][] }[]).find(
      ({ unit }) => unit.name === 'UK',
    )
    expect(found?.people[0]?.map((count, hour) => (count > 0 ? hour : -1)).filter((hour) => hour >= 0)).toEqual([9, 10])
  })
})

describe('The core team', () => {
  it('may grow beyond four for a while, and says so', async () => {
    for (let number = 0; number < 3; number += 1) {
      const person = await addColleague(world, `Core ${number}`)
      await made(world.admin, `people/${person.id}/core-team`, { member: true }, 'PUT')
    }
    expect((await gaps())[0]).toMatchObject({ kind: 'core-team', count: 5 })
  })
})

describe('A representative', () => {
  it('cannot be their own deputy, and both are told when they are named', async () => {
    const unit = await add('units', { name: 'People', kind: 'department', parentId: company })
    const [one, other] = [await addColleague(world, 'Aylin Sezer'), await addColleague(world, 'Ceyda Alkan')]
    const refused = await world.admin.call('PUT', `/api/v1/units/${unit.id}/representative`, {
      personId: one.id,
      deputyId: one.id,
    })
    expect([refused.status, refused.at('code')]).toEqual([422, 'representative.own-deputy'])
    await made(world.admin, `units/${unit.id}/representative`, { personId: one.id, deputyId: other.id }, 'PUT')
    expect((await one.call('GET', '/api/v1/notices')).at('items.0.kind')).toBe('representative.named')
    expect((await other.call('GET', '/api/v1/notices')).at('items.0.kind')).toBe('representative.deputy-named')
  })
})
