import type { Language } from '#contract/kinds.ts'
import { COLUMNS, type Column, type ListKind } from '#contract/transfer.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { translate } from '#server/kernel/translate.ts'
import { writeTable } from '../domain/table.ts'
import { headingOf } from './list-words.ts'
import { loadStructure, pathOf, STEP, type Structure } from './structure.ts'

type Row = Readonly<Partial<Record<Column, string>>>

/** A list as a CSV file, in the words of whoever asks. Brought in again it changes nothing. */
export function exportList(kernel: Kernel, { organisationId, language }: Actor, list: ListKind) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const structure = await loadStructure(db, organisationId)
    const rows = await ROWS[list]({ db, organisationId, structure, language })
    const columns: readonly Column[] = COLUMNS[list]
    const text = writeTable(
      columns.map((column) => headingOf(column, language)),
      rows.map((row) => columns.map((column) => row[column] ?? '')),
      language === 'tr' ? ';' : ',',
    )
    const day = kernel.clock.now().toISOString().slice(0, 10)
    return { name: `${translate(language, `transfer:file.${list}`)}-${day}.csv`, text }
  })
}

interface Source {
  readonly db: Db
  readonly organisationId: string
  readonly structure: Structure
  readonly language: Language
}

const ROWS: Readonly<Record<ListKind, (source: Source) => Row[] | Promise<Row[]>>> = {
  units: ({ structure, language }) =>
    [...structure.units.values()].map((unit) => {
      const parent = unit.parentId === null ? undefined : structure.units.get(unit.parentId)
      return {
        name: unit.name,
        kind: translate(language, `units:kind.${unit.kind}`),
        parent: parent === undefined || parent.parentId === null ? '' : pathOf(structure, parent),
        description: unit.description,
        centre: unit.centre ? translate(language, 'transfer:yes') : '',
        locale: unit.locale ?? '',
        timeZone: unit.timeZone ?? '',
        country: unit.country ?? '',
      }
    }),
  positions: async ({ db, organisationId, structure, language }) => {
    const emails = new Map([...structure.people].map(([email, { id }]) => [id, email]))
    const lines = await db
      .selectFrom('organisation_reporting_lines')
      .select(['position_id', 'kind', 'superior_id'])
      .where('organisation_id', '=', organisationId)
      .where('until', 'is', null)
      .execute()
    const superiors = new Map(lines.map((line) => [`${line.kind} ${line.position_id}`, line.superior_id]))
    const superior = (kind: string, id: string) => nameOf(structure, emails, superiors.get(`${kind} ${id}`))
    return [...structure.positions.values()].map((position) => {
      const unit = structure.units.get(position.unit.id)
      return {
        title: position.title,
        unit: unit === undefined ? '' : pathOf(structure, unit),
        email: position.person === null ? '' : (emails.get(position.person.id) ?? ''),
        duty: position.duty === null ? '' : translate(language, `units:duty.${position.duty}`),
        description: position.description,
        functionalSuperior: superior('functional', position.id),
        administrativeSuperior: superior('administrative', position.id),
      }
    })
  },
  people: ({ structure, language }) =>
    [...structure.people].flatMap(([email, person]): Row[] => {
      if (!person.active) return []
      const held = [...structure.positions.values()].filter((position) => position.person?.id === person.id)
      const base = {
        name: person.name,
        email,
        role: translate(language, `session:role.${person.role}`),
        languages: person.languages.join(' '),
      }
      return held.length === 0
        ? [base]
        : held.map((position) => {
            const unit = structure.units.get(position.unit.id)
            return { ...base, unit: unit === undefined ? '' : pathOf(structure, unit), position: position.title }
          })
    }),
}

/** A superior by the e-mail address of whoever holds that one position, else by title and unit. */
function nameOf(structure: Structure, emails: ReadonlyMap<string, string>, id: string | undefined): string {
  const position = id === undefined ? undefined : structure.positions.get(id)
  if (position === undefined) return ''
  const { person } = position
  const held = [...structure.positions.values()].filter((one) => person !== null && one.person?.id === person.id)
  const email = person === null ? undefined : emails.get(person.id)
  if (held.length === 1 && email !== undefined) return email
  const unit = structure.units.get(position.unit.id)
  return unit === undefined ? position.title : `${position.title}${STEP}${pathOf(structure, unit)}`
}
