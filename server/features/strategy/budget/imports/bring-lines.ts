import { sql } from 'kysely'
import type { z } from 'zod'
import { budget as contract } from '#contract/budget.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { readAmount, readDay } from '../../domain/money/read-cells.ts'
import { checkedLine, lineColumns, lineFacts, type LineFacts } from '../lines/show-line.ts'
import { insertLines, lockReferences, selectLines, updateLine, type LineRow } from '../lines/store-lines.ts'
import { readCategory } from './column-words.ts'
import { openPlaces, type OpenPlaces } from './open-places.ts'
import { columnOf, trying, type File, type Sheet, type SheetRow } from './sheet.ts'

export interface Bringing {
  readonly work: Change
  readonly actor: Actor
  readonly clock: Clock
  readonly file: File
  readonly sheet: Sheet
  readonly currency: string
  readonly count: (what: 'created' | 'changed' | 'unchanged') => void
}

type NewLine = z.output<NonNullable<(typeof contract.createLine)['~orpc']['inputSchema']>>
const NewLine = contract.createLine['~orpc'].inputSchema as z.ZodType<NewLine>

/**
 * Brings lines in by their number in the accounts: one that is there is changed in what the file says and brought back where it
 * had been removed; cells left empty change nothing.
 */
export async function bringLines({ work, actor, clock, file, sheet, currency, count }: Bringing): Promise<void> {
  const { db, record } = work
  const { organisationId } = actor
  await lockReferences(db, organisationId)
  const places = await openPlaces(db, organisationId)
  const known = await linesByReference(db, organisationId, sheet.rows)
  const created: Parameters<typeof insertLines>[1][number][] = []
  const seen = new Set<string>()
  for (const row of sheet.rows) {
    const reference = row.cell('reference')
    if (seen.has(reference)) row.blame('reference', 'budget.reference-twice', { reference })
    seen.add(reference)
    const given = fieldsOf(row, file, places)
    if (row.isBlamed()) continue
    const held = known.get(reference)
    const before: LineFacts | null = held === undefined ? null : lineFacts(held)
    const facts = await lineOf(row, before, given, currency)
    if (facts === null) continue
    if (held === undefined) {
      const id = clock.newId()
      const base = { organisation_id: organisationId, id, created_by: actor.personId, created_at: clock.now() }
      created.push({ ...base, ...lineColumns(facts) })
      const subject = { type: 'budget-line', id, title: facts.title } as const
      record({ verb: 'budget-line.created', subject, before: null, after: facts })
      count('created')
      continue
    }
    const changed = changedFields(lineFacts(held), facts)
    if (changed === null && held.removed_at === null) {
      count('unchanged')
      continue
    }
    await updateLine(db, organisationId, held.id, { ...lineColumns(facts), removed_at: null })
    const subject = { type: 'budget-line', id: held.id, title: facts.title } as const
    if (held.removed_at === null) record({ verb: 'budget-line.changed', subject, ...changed })
    else record({ verb: 'budget-line.restored', subject, before: null, after: facts })
    count('changed')
  }
  await insertLines(db, created)
}

/** What a row says, parsed by the contract, so that a file may say no more than a form. Null where something is wrong. */
function lineOf(
  row: SheetRow,
  before: LineFacts | null,
  given: Record<string, unknown>,
  currency: string,
): Promise<LineFacts | null> {
  const whole = before === null ? { currency, ...given } : withGiven(before, given)
  const read = NewLine.safeParse(whole)
  if (!read.success) {
    for (const issue of read.error.issues) {
      const code = /^[a-z-]+\.[a-z-]+$/.test(issue.message) ? issue.message : 'field.invalid'
      row.blame(columnOf(String(issue.path[0])), code)
    }
    return Promise.resolve(null)
  }
  const { unitId = null, campaignId = null, planId = null, reference = null } = read.data
  const { planned = null, committed = null, actual = null } = read.data
  return trying(row, () =>
    checkedLine({
      ...read.data,
      currency: read.data.currency ?? currency,
      planned,
      committed,
      actual,
      unitId,
      campaignId,
      planId,
      reference,
    }),
  )
}

/** The cells that say something. */
function fieldsOf(row: SheetRow, file: File, places: OpenPlaces): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const column of ['reference', 'title', 'note', 'currency'] as const)
    if (row.cell(column) !== '') given[column] = row.cell(column)
  if (typeof given['currency'] === 'string') given['currency'] = given['currency'].toUpperCase()
  if (given['reference'] === undefined) row.blame('reference', 'text.empty')
  for (const column of ['planned', 'committed', 'actual'] as const) {
    const cell = row.cell(column)
    if (cell === '') continue
    given[column] = readAmount(cell, file.decimal)
    if (given[column] === null) row.blame(column, 'budget.not-an-amount', { text: cell.slice(0, 60) })
  }
  const day = readDay(row.cell('onDay'), file.dates)
  if (day === null) row.blame('onDay', 'budget.not-a-day', { text: row.cell('onDay').slice(0, 60) })
  else given['onDay'] = day
  const category = row.cell('category')
  if (category !== '') {
    given['category'] = readCategory(category)
    if (given['category'] === null) row.blame('category', 'budget.unknown-category', { word: category.slice(0, 60) })
  }
  for (const [column, field] of [
    ['unit', 'unitId'],
    ['campaign', 'campaignId'],
    ['plan', 'planId'],
  ] as const) {
    const name = row.cell(column)
    if (name === '') continue
    const found = places(column, name)
    if (typeof found === 'string') given[field] = found
    else row.blame(column, found.code, { name: name.slice(0, 100) })
  }
  return given
}

async function linesByReference(db: Db, organisationId: string, rows: readonly SheetRow[]) {
  const references = rows.map((row) => row.cell('reference')).filter((reference) => reference !== '')
  const found = await selectLines(db, organisationId, {
    where: sql`l.reference = any(${references}::text[])`,
    limit: references.length,
  })
  return new Map(found.map((row): [string, LineRow] => [row.reference ?? '', row]))
}
