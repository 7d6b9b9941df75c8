import { ACCOUNT_COLUMNS, ACCOUNT_PLATFORMS, ACCOUNT_STATES, type AccountColumn } from '#contract/audit-records.ts'
import type { Language } from '#contract/kinds.ts'
import { translate } from '#server/kernel/translate.ts'
import { folded } from '#server/features/organisation/index.ts'

const LANGUAGES: readonly Language[] = ['en', 'tr']

/** The heading of a column in a language. */
export function headingOf(column: AccountColumn, language: Language): string {
  return translate(language, `accounts:column.${column}`)
}

function reader<Value extends string>(values: readonly Value[], key: string) {
  const known = new Map<string, Value>()
  for (const value of values)
    for (const word of [value, ...LANGUAGES.map((language) => translate(language, `accounts:${key}.${value}`))])
      known.set(folded(word), value)
  return (word: string): Value | null => known.get(folded(word)) ?? null
}

/** Which column a heading names, in either language; null for one that is none. */
export const columnOf = reader(ACCOUNT_COLUMNS, 'column')
/** A platform by its name in either language. */
export const readPlatform = reader(ACCOUNT_PLATFORMS, 'platform')
/** A state by its word in either language. */
export const readState = reader(ACCOUNT_STATES, 'state')
