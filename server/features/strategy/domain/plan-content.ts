import type { PlanRoom, PlanSection } from '#contract/plan-sections.ts'

/** Something that a record says, before it is put into words: a version keeps it and can be read in either language. */
export type PlanValue =
  | { readonly is: 'text'; readonly text: string }
  /** A sentence of the catalogues, `namespace:key`; `otherwise` is shown where there is none. */
  | {
      readonly is: 'word'
      readonly word: string
      readonly values?: Readonly<Record<string, string | number>>
      readonly otherwise?: string
    }
  | {
      readonly is: 'measure'
      readonly value: string
      readonly unit: 'count' | 'money' | 'percent' | 'ratio' | 'duration'
      readonly currency: string | null
    }
  /** Said differently in each language; where one is empty, the other is shown. */
  | { readonly is: 'both'; readonly en: string; readonly tr: string }
  | { readonly is: 'day'; readonly day: string }
  | { readonly is: 'days'; readonly from: string; readonly to: string }
  | { readonly is: 'list'; readonly values: readonly PlanValue[] }
  | { readonly is: 'none' }

export interface PlanBar {
  /** How much of the whole, 0 to 1. */
  readonly share: number
  /** Where it should stand, 0 to 1; null where nothing says. */
  readonly mark: number | null
  readonly tone: 'good' | 'warn' | 'bad' | 'plain'
  /** What stands beside the bar; null: its share in hundredths. */
  readonly label: PlanValue | null
}

/** One record. The first cell names it. */
export interface PlanRecord {
  readonly id: string
  readonly cells: readonly PlanValue[]
  readonly bar: PlanBar | null
}

/** A table of records; without columns, the first cell of a row names the second. Columns, title and chart are catalogue keys of `document`. */
export interface PlanPart {
  readonly title: string | null
  readonly columns: readonly { readonly title: string; readonly align: 'start' | 'end' }[]
  readonly chart: string | null
  readonly rows: readonly PlanRecord[]
}

/** What the records of a room said at one moment. */
export interface TakenBlock {
  readonly room: PlanRoom
  /** Whether only those who may see budgets see it. */
  readonly budget: boolean
  readonly parts: readonly PlanPart[]
}

export interface BothLanguages {
  readonly en: string
  readonly tr: string
}

export interface TakenSection {
  readonly key: PlanSection
  readonly texts: BothLanguages
  readonly blocks: readonly TakenBlock[]
}

/** Everything the plan says at one moment, in both languages. A version is this, as text. */
export interface PlanSnapshot {
  readonly organisation: string
  /** An instant. */
  readonly at: string
  readonly title: BothLanguages
  readonly sections: readonly TakenSection[]
}

export const NONE: PlanValue = { is: 'none' }
export const text = (words: string | null): PlanValue =>
  words === null || words.trim() === '' ? NONE : { is: 'text', text: words.trim() }
export const word = (key: string, values?: Readonly<Record<string, string | number>>): PlanValue => ({
  is: 'word',
  word: key,
  ...(values === undefined ? {} : { values }),
})
export const both = (en: string, tr: string): PlanValue => ({ is: 'both', en, tr })
export const count = (value: number | string | bigint): PlanValue => ({
  is: 'measure',
  value: String(value),
  unit: 'count',
  currency: null,
})
export const money = (value: string, currency: string): PlanValue => ({ is: 'measure', value, unit: 'money', currency })
export const day = (on: string | null): PlanValue => (on === null ? NONE : { is: 'day', day: on })
export const days = (from: string, to: string): PlanValue => ({ is: 'days', from, to })
export const list = (values: readonly PlanValue[]): PlanValue => (values.length === 0 ? NONE : { is: 'list', values })

/** The name of a KPI: its own, else the one that the catalogues have for it. */
export const kpiName = (kpi: string, own: string | null): PlanValue =>
  own === null ? { is: 'word', word: `strategy:kpi.${kpi}`, otherwise: kpi } : text(own)

export const row = (id: string, cells: readonly PlanValue[], bar: PlanBar | null = null): PlanRecord => ({
  id,
  cells,
  bar,
})

/** A column: figures stand at the end of theirs. */
export const column = (title: string, align: 'start' | 'end' = 'start') => ({
  title: `document:column.${title}`,
  align,
})

/** A table with these columns; none where there is no row. */
export function table(
  rows: readonly PlanRecord[],
  { title = null, columns, chart = null }: Partial<Omit<PlanPart, 'rows'>> & Pick<PlanPart, 'columns'>,
): readonly PlanPart[] {
  if (rows.length === 0) return []
  const named = (key: string | null) => (key === null ? null : `document:part.${key}`)
  return [{ title: named(title), columns, chart: named(chart), rows }]
}

/** A number between nothing and the whole. */
export function shareOf(part: number, whole: number): number {
  return whole > 0 && Number.isFinite(part) ? Math.min(1, Math.max(0, part / whole)) : 0
}
