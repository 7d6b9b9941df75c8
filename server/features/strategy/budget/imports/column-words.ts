import { BUDGET_CATEGORIES, BUDGET_LISTS, type BudgetColumn, type BudgetList } from '#contract/budget-records.ts'
import type { Language } from '#contract/kinds.ts'
import { folded } from '#server/features/organisation/index.ts'
import { translate } from '#server/kernel/translate.ts'

const LANGUAGES: readonly Language[] = ['en', 'tr']

/** The heading of a column in a language. */
export function headingOf(column: BudgetColumn, language: Language): string {
  return translate(language, `budget:column.${column}`)
}

/** The heading among those of a file that names a column, in either language; empty where none does. */
export function headingFor(column: BudgetColumn, headings: readonly string[]): string {
  const names = new Set([column, ...LANGUAGES.map((language) => headingOf(column, language))].map(folded))
  return headings.find((heading) => names.has(folded(heading))) ?? ''
}

/** The columns of a list that a file cannot do without. */
export const NEEDED: Readonly<Record<BudgetList, readonly BudgetColumn[]>> = {
  lines: ['reference', 'onDay', 'title'],
  rates: ['onDay', 'base', 'quote', 'rate'],
}

/** The columns of a list. */
export function columnsOf(list: BudgetList): readonly BudgetColumn[] {
  return BUDGET_LISTS[list]
}

/** A category by its word in either language. */
export function readCategory(word: string): (typeof BUDGET_CATEGORIES)[number] | null {
  return (
    BUDGET_CATEGORIES.find((category) =>
      [category, ...LANGUAGES.map((language) => translate(language, `budget:category.${category}`))].some(
        (name) => folded(name) === folded(word),
      ),
    ) ?? null
  )
}
