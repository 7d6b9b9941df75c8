import type { z } from 'zod'
import { positions as contract } from '#contract/positions.ts'
import type { Column } from '#contract/transfer.ts'
import { setLineWithin } from '../lines/set-line.ts'
import { changePositionWithin } from '../positions/change-position.ts'
import { createPositionWithin } from '../positions/create-position.ts'
import type { PositionRecord } from '../positions/store.ts'
import type { Bringing } from './bringing.ts'
import { givePlace, reservedPlaces } from './invite-row.ts'
import { folded, readDuty } from './list-words.ts'
import { parseRow, trying, type SheetRow } from './sheet.ts'
import { findPosition, findUnit } from './structure.ts'

const FIELDS = {
  unitId: 'unit',
  title: 'title',
  description: 'description',
  duty: 'duty',
  personId: 'email',
} as const satisfies Record<string, Column>
const NewPosition = contract.create['~orpc'].inputSchema as z.ZodType<
  z.output<NonNullable<(typeof contract.create)['~orpc']['inputSchema']>>
>

/** Brings positions in, then the lines between them, so that a row may name a superior further down. */
export async function bringPositions(bringing: Bringing): Promise<void> {
  const taken = new Set<string>()
  const placed: { row: SheetRow; position: PositionRecord; state: 'created' | 'changed' | 'unchanged' }[] = []
  for (const row of bringing.sheet.rows) {
    const before = bringing.sheet.problems.length
    const brought = await bringPosition(bringing, row, taken)
    if (brought !== null && bringing.sheet.problems.length === before) placed.push({ row, ...brought })
    await bringing.step()
  }
  for (const { row, position, state } of placed) {
    const moved = await bringLines(bringing, row, position)
    bringing.count(state === 'unchanged' && moved ? 'changed' : state)
  }
}

async function bringPosition(bringing: Bringing, row: SheetRow, taken: Set<string>) {
  const { structure, work, clock, organisationId } = bringing
  const unit = findUnit(structure, row.cell('unit'))
  if (row.cell('unit') === '' || 'code' in unit) {
    row.blame('unit', 'code' in unit ? unit.code : 'import.unknown-unit', { name: row.cell('unit') })
    return null
  }
  const holder = findHolder(bringing, row)
  const duty = row.cell('duty') === '' ? undefined : readDuty(row.cell('duty'))
  if (duty === null) row.blame('duty', 'import.unknown-duty', { word: row.cell('duty') })
  if (holder === null || duty === null) return null
  const input = parseRow(
    row,
    NewPosition,
    {
      unitId: unit.found.id,
      title: row.cell('title'),
      ...(row.cell('description') === '' ? {} : { description: row.cell('description') }),
      ...(duty === undefined ? {} : { duty }),
      ...(holder.personId === null ? {} : { personId: holder.personId }),
    },
    FIELDS,
  )
  if (input === null) return null
  const known = fitting(bringing, { unitId: unit.found.id, title: input.title, ...holder }, taken)
  const position = await trying(row, FIELDS, () =>
    known === null
      ? createPositionWithin(work, clock, organisationId, input)
      : changePositionWithin(work, clock, { organisationId, before: known, fields: input }),
  )
  if (position === null) return null
  taken.add(position.id)
  structure.positions.set(position.id, position)
  const given = holder.email !== null && (await givePlace(bringing, holder.email, position.id))
  const state: 'created' | 'changed' | 'unchanged' =
    known === null ? 'created' : known.version === position.version && !given ? 'unchanged' : 'changed'
  return { position, state }
}

interface Holder {
  readonly personId: string | null
  /** Of somebody who was invited and has not come yet. */
  readonly email: string | null
}

/** Who a row says holds the position; null where it names nobody we know. */
function findHolder({ structure, invitations }: Bringing, row: SheetRow): Holder | null {
  const email = row.cell('email').toLowerCase()
  if (email === '') return { personId: null, email: null }
  const person = structure.people.get(email)
  if (person?.active === true) return { personId: person.id, email: null }
  if (invitations.has(email)) return { personId: null, email }
  row.blame('email', person === undefined ? 'import.unknown-person' : 'import.closed-account', { email })
  return null
}

/** The position a row means: the one this person holds or waits for, else a vacant one, else, where nobody is named, any; each for one row only. */
function fitting(
  bringing: Bringing,
  wish: Holder & { readonly unitId: string; readonly title: string },
  taken: ReadonlySet<string>,
): PositionRecord | null {
  const reserved = reservedPlaces(bringing)
  const waiting = wish.email === null ? [] : (bringing.invitations.get(wish.email)?.positionIds ?? [])
  const like = [...bringing.structure.positions.values()].filter(
    (position) =>
      !taken.has(position.id) && position.unit.id === wish.unitId && folded(position.title) === folded(wish.title),
  )
  const nobody = wish.personId === null && wish.email === null
  return (
    like.find((position) => wish.personId !== null && position.person?.id === wish.personId) ??
    like.find((position) => waiting.includes(position.id)) ??
    like.find((position) => position.person === null && !reserved.has(position.id)) ??
    (nobody ? like[0] : undefined) ??
    null
  )
}

async function bringLines(
  { structure, work, clock, organisationId }: Bringing,
  row: SheetRow,
  position: PositionRecord,
): Promise<boolean> {
  let moved = false
  for (const [kind, column] of [
    ['functional', 'functionalSuperior'],
    ['administrative', 'administrativeSuperior'],
  ] as const) {
    const text = row.cell(column)
    if (text === '') continue
    const superior = findPosition(structure, text)
    if ('code' in superior) {
      row.blame(column, superior.code, { name: text })
      continue
    }
    if (superior.found.id === position.id) {
      row.blame(column, 'import.own-superior')
      continue
    }
    const line = await trying(row, { superiorId: column }, () =>
      setLineWithin(work, clock, organisationId, { positionId: position.id, superiorId: superior.found.id, kind }),
    )
    moved ||= line !== null && line.before !== superior.found.id
  }
  return moved
}
