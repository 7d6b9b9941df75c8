import type { Role } from '#contract/actions.ts'
import type { Approver } from '#contract/workflows.ts'

export interface Structure {
  readonly people: ReadonlyMap<string, { readonly name: string; readonly role: Role; readonly active: boolean }>
  readonly positions: ReadonlyMap<string, Position>
  /** Current functional lines: position to the position above. */
  readonly above: ReadonlyMap<string, string>
  /** Who is away today, and who stands in for them, if anybody. */
  readonly absent: ReadonlyMap<string, string | null>
  readonly representatives: ReadonlyMap<string, { readonly personId: string; readonly deputyId: string | null }>
}

export interface Position {
  readonly id: string
  readonly unitId: string
  readonly title: string
  readonly duty: string | null
  readonly personId: string | null
}

export type Via = 'named' | 'delegate' | 'superior' | 'escalation'

/** Somebody who can decide in a place, the first choice first. */
export interface Candidate {
  readonly personId: string
  readonly via: Via
  /** Whose place they take; null for who is asked themselves. */
  readonly insteadOf: string | null
}

/** One place at the table: whoever comes first in the row and may decide takes it. */
export type Seat = readonly Candidate[]

export interface Situation {
  readonly structure: Structure
  /** Whoever wrote any of it: they never decide. */
  readonly authors: readonly string[]
  /** The unit of the channel and all above it, itself first. */
  readonly unitPath: readonly string[]
}

/** The seats that an approver stands for. Empty: there is nobody at all. One approval from any seat of an approver suffices. */
export function seatsOf(approver: Approver, situation: Situation): readonly Seat[] {
  const { structure, unitPath } = situation
  switch (approver.kind) {
    case 'person':
      return seats([personSeat(approver.personId, situation)])
    case 'role':
      return seats(
        [...structure.people]
          .filter(([, person]) => person.role === approver.role && person.active)
          .map(([id]) => standIn(id, situation, 'named', null)),
      )
    case 'position':
      return seats([positionSeat(structure.positions.get(approver.positionId), situation)])
    case 'superior':
      return seats([superiorsOfPeople(situation.authors.slice(0, 1), situation, null, 'named')])
    case 'duty':
      return seats([dutySeat(approver.duty, situation)])
    case 'representative':
      return seats([representativeSeat(unitPath, situation)])
  }
}

/** Whom to ask as well once the deadline has passed: the superiors of those asked. */
export function superiorSeats(asked: readonly string[], situation: Situation): readonly Seat[] {
  return seats(asked.map((id) => superiorsOfPeople([id], situation, id, 'escalation')))
}

/** Whom an approver names without being able to ask them, since they wrote it. */
export function authorsAmong(approver: Approver, { structure, authors, unitPath }: Situation): readonly string[] {
  const open = { structure, authors: [], unitPath }
  if (approver.kind === 'superior' || approver.kind === 'role') return []
  return seatsOf(approver, open)
    .flatMap((seat) => seat.slice(0, 1))
    .map(({ personId }) => personId)
    .filter((id) => authors.includes(id))
}

function seats(all: readonly Seat[]): readonly Seat[] {
  return all.filter((seat) => seat.length > 0)
}

/** The person, whoever stands in for them, then the line above. */
function personSeat(personId: string, situation: Situation): Seat {
  return once([
    ...standIn(personId, situation, 'named', null),
    ...superiorsOfPeople([personId], situation, personId, 'superior'),
  ])
}

/** The person themselves, or while they are away their delegate, or the delegate's delegate; nobody twice. */
function standIn(personId: string, { structure, authors }: Situation, via: Via, insteadOf: string | null): Seat {
  let id: string | null = personId
  const seen = new Set<string>()
  while (id !== null && !seen.has(id)) {
    seen.add(id)
    const person = structure.people.get(id)
    if (person === undefined || !person.active) return []
    if (!structure.absent.has(id)) {
      if (authors.includes(id)) return []
      return [
        id === personId ? { personId: id, via, insteadOf } : { personId: id, via: 'delegate', insteadOf: personId },
      ]
    }
    id = structure.absent.get(id) ?? null
  }
  return []
}

function positionSeat(position: Position | undefined, situation: Situation): Seat {
  if (position === undefined) return []
  const holder = position.personId === null ? [] : standIn(position.personId, situation, 'named', null)
  return once([...holder, ...lineAbove(position.id, situation, position.personId, 'superior')])
}

/** The nearest up the units first; a vacant one leaves it to the next. The duty of the law and the like may sit anywhere. */
function dutySeat(duty: string, situation: Situation): Seat {
  const { structure, unitPath } = situation
  const holding = [...structure.positions.values()].filter((position) => position.duty === duty)
  const near = unitPath.flatMap((unitId) => holding.filter((position) => position.unitId === unitId))
  const anywhere = duty === 'regional-reviewer' ? [] : holding.filter((position) => !near.includes(position))
  const inOrder = [...near, ...anywhere]
  const direct = inOrder.flatMap(({ personId }) =>
    personId === null ? [] : standIn(personId, situation, 'named', null),
  )
  const above = inOrder.flatMap(({ id, personId }) => lineAbove(id, situation, personId, 'superior'))
  return once([...direct, ...above])
}

function representativeSeat(unitPath: readonly string[], situation: Situation): Seat {
  const { representatives } = situation.structure
  return once(
    unitPath.flatMap((unitId) => {
      const chosen = representatives.get(unitId)
      if (chosen === undefined) return []
      const deputy = chosen.deputyId === null ? [] : standIn(chosen.deputyId, situation, 'delegate', chosen.personId)
      return [...standIn(chosen.personId, situation, 'named', null), ...deputy]
    }),
  )
}

function superiorsOfPeople(people: readonly string[], situation: Situation, insteadOf: string | null, via: Via): Seat {
  const held = [...situation.structure.positions.values()].filter(
    (position) => position.personId !== null && people.includes(position.personId),
  )
  return once(held.flatMap((position) => lineAbove(position.id, situation, insteadOf, via)))
}

/** Everybody up the functional line from a position, nearest first. */
function lineAbove(positionId: string, situation: Situation, insteadOf: string | null, via: Via): Seat {
  const { structure } = situation
  const chain: Candidate[] = []
  const seen = new Set([positionId])
  let next = structure.above.get(positionId)
  while (next !== undefined && !seen.has(next)) {
    seen.add(next)
    const personId = structure.positions.get(next)?.personId ?? null
    if (personId !== null && personId !== insteadOf) chain.push(...standIn(personId, situation, via, insteadOf))
    next = structure.above.get(next)
  }
  return chain
}

function once(seat: Seat): Seat {
  const seen = new Set<string>()
  return seat.filter(({ personId }) => !seen.has(personId) && seen.add(personId).size > 0)
}
