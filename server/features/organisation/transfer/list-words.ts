import { ROLES, UNIT_KINDS, type Role, type UnitKind } from '#contract/actions.ts'
import type { Language } from '#contract/kinds.ts'
import { DUTIES, type Duty } from '#contract/positions.ts'
import { COLUMNS, type Column, type ListKind } from '#contract/transfer.ts'
import { translate } from '#server/kernel/translate.ts'

const LANGUAGES: readonly Language[] = ['en', 'tr']

/** The same word however it is written: capitals, dotted and dotless i, spaces and hyphens do not part words. */
export function folded(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFKD')
    .replaceAll(/[\p{Mark}\s_-]/gu, '')
}

/** The heading of a column in a language. */
export function headingOf(column: Column, language: Language): string {
  return translate(language, `transfer:column.${column}`)
}

/** Which column a heading names, in either language; null for one that is not of this list. */
export function columnOf(list: ListKind, heading: string): Column | null {
  const wanted = folded(heading)
  return (
    COLUMNS[list].find((column) =>
      [column, ...LANGUAGES.map((language) => headingOf(column, language))].some((name) => folded(name) === wanted),
    ) ?? null
  )
}

function reader<Value extends string>(values: readonly Value[], key: (value: Value) => string) {
  const known = new Map<string, Value>()
  for (const value of values)
    for (const word of [value, ...LANGUAGES.map((language) => translate(language, key(value)))])
      known.set(folded(word), value)
  return (word: string): Value | null => known.get(folded(word)) ?? null
}

/** A kind of unit by its word in either language. */
export const readKind = reader<UnitKind>(UNIT_KINDS, (kind) => `units:kind.${kind}`)
/** A role by its word in either language. */
export const readRole = reader<Role>(ROLES, (role) => `session:role.${role}`)
/** A duty by its word in either language. */
export const readDuty = reader<Duty>(DUTIES, (duty) => `units:duty.${duty}`)
/** Yes or no in either language. */
export const readYes = reader(['yes', 'no'], (word) => `transfer:${word}`)
