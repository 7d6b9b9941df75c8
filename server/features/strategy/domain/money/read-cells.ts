import type { DATE_ORDERS } from '#contract/budget-records.ts'

/**
 * An amount as accounts write it: thousands in groups of three, a minus in front or behind, or brackets around what is below
 * nothing. Null for anything else: nothing is calculated, so a formula is no amount.
 */
export function readAmount(cell: string, decimal: '.' | ','): string | null {
  const bare = cell.replaceAll(/[\s\u00a0\u202f]/g, '')
  const inBrackets = /^\((.+)\)$/.exec(bare)?.[1]
  const behind = /^(.+)-$/.exec(bare)?.[1]
  const negative = inBrackets !== undefined || behind !== undefined || bare.startsWith('-')
  const text = inBrackets ?? behind ?? bare.replace(/^[+-]/, '')
  const group = decimal === '.' ? "[,'’]" : "[.'’]"
  const point = decimal === '.' ? '\\.' : ','
  const shape = new RegExp(`^(\\d{1,15}|\\d{1,3}(?:${group}\\d{3})+)(?:${point}(\\d{1,6}))?$`)
  const [, whole, fraction] = shape.exec(text) ?? []
  if (whole === undefined) return null
  const digits = whole.replaceAll(/[.,'’]/g, '')
  if (digits.length > 15) return null
  const value = fraction === undefined ? digits : `${digits}.${fraction}`
  return negative && /[1-9]/.test(value) ? `-${value}` : value
}

/** A rate of exchange: above nothing, without groups, at most twelve decimals. */
export function readRate(cell: string, decimal: '.' | ','): string | null {
  const text = cell.replaceAll(/[\s\u00a0]/g, '').replace(decimal, '.')
  return /^\d{1,9}(\.\d{1,12})?$/.test(text) && /[1-9]/.test(text) ? text : null
}

/** A day with four digits for its year, in the order that the file has them; with the year in front in any file. */
export function readDay(cell: string, order: (typeof DATE_ORDERS)[number]): string | null {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(cell.trim()) ?? turned(cell.trim(), order)
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${written}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written ? null : written
}

function turned(text: string, order: (typeof DATE_ORDERS)[number]): string[] {
  const [, first, second, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: .*)?$/.exec(text) ?? []
  if (first === undefined || second === undefined || year === undefined || order === 'year-first') return []
  return order === 'day-first' ? ['', year, second, first] : ['', year, first, second]
}
