import { describe, expect, it } from 'vitest'
import type { Approver } from '#contract/workflows.ts'
import { authorsAmong, seatsOf, superiorSeats, type Position, type Situation, type Structure } from './seats.ts'

/** Ada above Bora above Cem; Elif reviews the region, Lale the law; all of them active. */
function structure(over: Partial<Structure> = {}): Structure {
  const people = ['ada', 'bora', 'cem', 'elif', 'lale', 'deniz'].map(
    (id) => [id, { name: id, role: id === 'ada' ? 'strategist' : 'manager', active: true }] as const,
  )
  const position = (
    id: string,
    personId: string | null,
    unitId: string,
    duty: string | null = null,
  ): [string, Position] => [id, { id, unitId, title: id, duty, personId }]
  return {
    people: new Map(people),
    positions: new Map([
      position('head', 'ada', 'company'),
      position('manager', 'bora', 'region'),
      position('officer', 'cem', 'shop'),
      position('reviewer', 'elif', 'region', 'regional-reviewer'),
      position('far-reviewer', 'deniz', 'company', 'regional-reviewer'),
      position('lawyer', 'lale', 'elsewhere', 'legal'),
    ]),
    above: new Map([
      ['officer', 'manager'],
      ['manager', 'head'],
      ['reviewer', 'head'],
      ['lawyer', 'head'],
    ]),
    absent: new Map(),
    representatives: new Map([['region', { personId: 'bora', deputyId: 'elif' }]]),
    ...over,
  }
}
const situation = (over: Partial<Structure> = {}, authors: readonly string[] = ['cem']): Situation => ({
  structure: structure(over),
  authors,
  unitPath: ['shop', 'region', 'company'],
})
const firsts = (approver: Approver, at: Situation) => seatsOf(approver, at).map((seat) => seat[0]?.personId)

describe('whom a stage asks', () => {
  it('finds the reviewer nearest to the channel, and the law wherever it sits', () => {
    expect(firsts({ kind: 'duty', duty: 'regional-reviewer' }, situation())).toEqual(['elif'])
    expect(firsts({ kind: 'duty', duty: 'legal' }, situation())).toEqual(['lale'])
  })

  it('finds the author’s superior, and the next above where that position is vacant', () => {
    expect(firsts({ kind: 'superior' }, situation())).toEqual(['bora'])
    const positions = new Map(structure().positions)
    positions.set('manager', { id: 'manager', unitId: 'region', title: '', duty: null, personId: null })
    expect(firsts({ kind: 'superior' }, situation({ positions }))).toEqual(['ada'])
  })

  it('goes on to the next reviewer up the units when the nearest position is vacant', () => {
    const positions = new Map(structure().positions)
    positions.set('reviewer', {
      id: 'reviewer',
      unitId: 'region',
      title: '',
      duty: 'regional-reviewer',
      personId: null,
    })
    expect(firsts({ kind: 'duty', duty: 'regional-reviewer' }, situation({ positions }))).toEqual(['deniz'])
  })

  it('asks the delegate of somebody who is away, and says in whose place', () => {
    const away = situation({ absent: new Map([['elif', 'lale']]) })
    expect(seatsOf({ kind: 'person', personId: 'elif' }, away)[0]?.[0]).toEqual({
      personId: 'lale',
      via: 'delegate',
      insteadOf: 'elif',
    })
  })

  it('asks the superior of somebody who is away without a delegate, has left, or wrote it themselves', () => {
    const ask: Approver = { kind: 'person', personId: 'bora' }
    const left = new Map(structure().people).set('bora', { name: 'bora', role: 'manager', active: false })
    expect(firsts(ask, situation({ absent: new Map([['bora', null]]) }))).toEqual(['ada'])
    expect(firsts(ask, situation({ people: left }))).toEqual(['ada'])
    expect(firsts(ask, situation({}, ['bora']))).toEqual(['ada'])
    expect(authorsAmong(ask, situation({}, ['bora']))).toEqual(['bora'])
  })

  it('does not go round in circles of delegates or lines', () => {
    const round = situation({
      absent: new Map([
        ['elif', 'lale'],
        ['lale', 'elif'],
      ]),
      above: new Map([
        ['reviewer', 'lawyer'],
        ['lawyer', 'reviewer'],
      ]),
    })
    expect(firsts({ kind: 'person', personId: 'elif' }, round)).toEqual([])
  })

  it('asks everybody of a role but the author, and nobody where there is none', () => {
    expect(firsts({ kind: 'role', role: 'manager' }, situation({}, ['cem', 'bora']))).toEqual(['elif', 'lale', 'deniz'])
    expect(seatsOf({ kind: 'role', role: 'executive' }, situation())).toEqual([])
  })

  it('finds the unit’s representative, or the deputy', () => {
    expect(firsts({ kind: 'representative' }, situation())).toEqual(['bora'])
    expect(firsts({ kind: 'representative' }, situation({}, ['bora']))).toEqual(['elif'])
  })

  it('brings in the superiors of those asked once the deadline has passed', () => {
    expect(superiorSeats(['elif', 'bora'], situation()).map((seat) => seat[0])).toEqual([
      { personId: 'ada', via: 'escalation', insteadOf: 'elif' },
      { personId: 'ada', via: 'escalation', insteadOf: 'bora' },
    ])
  })
})

it('never offers an author or somebody who has left, whatever the structure', () => {
  let seed = 11
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  const ids = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5']
  const somebody = () => ids[random(ids.length)] ?? 'p0'
  for (let round = 0; round < 400; round += 1) {
    const positions = ids.map((id, place): [string, Position] => [
      `s${place}`,
      {
        id: `s${place}`,
        unitId: `u${random(3)}`,
        title: id,
        duty: random(2) === 0 ? 'regional-reviewer' : null,
        personId: random(5) === 0 ? null : somebody(),
      },
    ])
    const people = new Map(ids.map((id) => [id, { name: id, role: 'manager' as const, active: random(4) > 0 }]))
    const authors = ids.filter(() => random(3) === 0)
    const at: Situation = {
      structure: {
        people,
        positions: new Map(positions),
        above: new Map(ids.map((_, place) => [`s${place}`, `s${random(6)}`])),
        absent: new Map(ids.filter(() => random(3) === 0).map((id) => [id, random(2) === 0 ? null : somebody()])),
        representatives: new Map([['u0', { personId: somebody(), deputyId: somebody() }]]),
      },
      authors,
      unitPath: ['u0', 'u1', 'u2'],
    }
    const approvers: Approver[] = [
      { kind: 'person', personId: somebody() },
      { kind: 'role', role: 'manager' },
      { kind: 'position', positionId: `s${random(6)}` },
      { kind: 'superior' },
      { kind: 'duty', duty: 'regional-reviewer' },
      { kind: 'representative' },
    ]
    const offered = [...approvers.flatMap((approver) => seatsOf(approver, at)), ...superiorSeats(ids, at)].flat()
    for (const { personId } of offered) {
      expect(authors).not.toContain(personId)
      expect(people.get(personId)?.active).toBe(true)
      expect(at.structure.absent.has(personId)).toBe(false)
    }
  }
})
