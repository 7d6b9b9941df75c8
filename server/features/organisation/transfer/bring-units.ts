import type { z } from 'zod'
import { units as contract } from '#contract/units.ts'
import type { Column } from '#contract/transfer.ts'
import { changeUnitWithin } from '../units/change-unit.ts'
import { createUnitWithin } from '../units/create-unit.ts'
import type { UnitRecord } from '../units/store.ts'
import type { Bringing } from './bringing.ts'
import { folded, readKind, readYes } from './list-words.ts'
import { parseRow, trying, type SheetRow } from './sheet.ts'
import { findUnit } from './structure.ts'

const FIELDS = {
  name: 'name',
  kind: 'kind',
  parentId: 'parent',
  description: 'description',
  centre: 'centre',
  locale: 'locale',
  timeZone: 'timeZone',
  country: 'country',
} as const satisfies Record<string, Column>
const NewUnit = contract.create['~orpc'].inputSchema as z.ZodType<
  z.output<NonNullable<(typeof contract.create)['~orpc']['inputSchema']>>
>

/** Brings units in. A row may name a unit further down as the one it belongs to; cells left empty change nothing. */
export async function bringUnits(bringing: Bringing): Promise<void> {
  let waiting = [...bringing.sheet.rows]
  while (waiting.length > 0) {
    const later: SheetRow[] = []
    for (const row of waiting) {
      const parent = findUnit(bringing.structure, row.cell('parent'))
      if ('found' in parent) await bringUnit(bringing, row, parent.found)
      else later.push(row)
    }
    if (later.length === waiting.length) {
      for (const row of later) {
        const parent = findUnit(bringing.structure, row.cell('parent'))
        if ('code' in parent) row.blame('parent', parent.code, { name: row.cell('parent') })
      }
      return
    }
    waiting = later
  }
}

async function bringUnit(bringing: Bringing, row: SheetRow, parent: UnitRecord): Promise<void> {
  const kind = readKind(row.cell('kind'))
  if (kind === null) return row.blame('kind', 'import.unknown-kind', { word: row.cell('kind') })
  const { structure } = bringing
  const known = [...structure.units.values()].find((unit) =>
    kind === 'company'
      ? unit.parentId === null
      : unit.parentId === parent.id && folded(unit.name) === folded(row.cell('name')),
  )
  const given = fieldsOf(row)
  if (given === null) return
  if (known === undefined) {
    if (kind === 'agency') return row.blame('kind', 'import.agency')
    const input = parseRow(row, NewUnit, { ...given, name: row.cell('name'), kind, parentId: parent.id }, FIELDS)
    if (input === null) return
    const made = await trying(row, FIELDS, () =>
      createUnitWithin(bringing.work, bringing.clock, bringing.organisationId, input),
    )
    if (made === null) return
    structure.units.set(made.id, made)
    bringing.count('created')
  } else {
    if (known.kind !== kind) return row.blame('kind', 'import.other-kind', { name: known.name })
    const input = parseRow(
      row,
      NewUnit,
      { ...given, name: row.cell('name'), kind: 'team', parentId: parent.id },
      FIELDS,
    )
    if (input === null) return
    const { kind: _, parentId: __, ...fields } = input
    const after = await trying(row, FIELDS, () =>
      changeUnitWithin(bringing.work, bringing.organisationId, known, fields),
    )
    if (after === null) return
    structure.units.set(after.id, after)
    bringing.count(after.version === known.version ? 'unchanged' : 'changed')
  }
  await bringing.step()
}

/** The cells that say something. Null where one of them cannot be understood. */
function fieldsOf(row: SheetRow) {
  const centre = row.cell('centre')
  const yes = centre === '' ? null : readYes(centre)
  if (centre !== '' && yes === null) {
    row.blame('centre', 'import.not-yes-or-no', { word: centre })
    return null
  }
  const named = (['description', 'locale', 'timeZone', 'country'] as const).filter((column) => row.cell(column) !== '')
  return {
    ...Object.fromEntries(named.map((column) => [column, row.cell(column)])),
    ...(yes === null ? {} : { centre: yes === 'yes' }),
  }
}
