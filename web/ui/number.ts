/** An amount as the API gives it: decimal text and an ISO 4217 code, so that it never passes through floating point. */
export interface Money {
  readonly amount: string
  readonly currency: string
}

type Decimal = `${number}`

function isDecimal(text: string): text is Decimal {
  return /^-?\d+(\.\d+)?$/u.test(text)
}

/** Decimal text for `Intl`, which reads it exactly; anything else counts as zero. */
function decimal(value: string | number): Decimal | number {
  if (typeof value === 'number') return value
  return isDecimal(value) ? value : 0
}

/** `48,200`. */
export function formatCount(locale: string, value: string | number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(decimal(value))
}

/** `48K`, for axes and tight places. */
export function formatCompact(locale: string, value: string | number): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(decimal(value))
}

/** `€38,420` for a whole amount, `€38,420.50` where there are cents; `compact` gives `€38.4K` from ten thousand on. */
export function formatMoney(locale: string, money: Money, options: { compact?: boolean } = {}): string {
  const whole = !/\.\d*[1-9]/u.test(money.amount)
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
    ...(options.compact && Math.abs(Number(money.amount)) >= 10_000
      ? { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }
      : whole
        ? { minimumFractionDigits: 0, maximumFractionDigits: 0 }
        : {}),
  }).format(decimal(money.amount))
}

/** `41.2%` from `41.2` or `'41.2'`: the value already counts in hundredths, as percent KPIs do. */
export function formatPercent(locale: string, value: string | number): string {
  const text = typeof value === 'number' ? value : Number(value)
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(text / 100)
}

/** `66%` from a share of one. */
export function formatShare(locale: string, share: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** `2.4 days` from seconds: in the largest unit of which there are at least two. */
export function formatDuration(locale: string, seconds: string | number): string {
  const total = Number(seconds)
  const [unit, length] =
    (
      [
        ['day', 86_400],
        ['hour', 3600],
        ['minute', 60],
      ] as const
    ).find(([, size]) => Math.abs(total) >= 2 * size) ?? (['second', 1] as const)
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 }).format(
    total / length,
  )
}

export type MeasureUnit = 'count' | 'money' | 'percent' | 'ratio' | 'duration'

/** A value of a KPI by its unit; money without a currency is shown as a plain number. */
export function formatMeasure(locale: string, value: string, unit: MeasureUnit, currency: string | null): string {
  if (unit === 'percent') return formatPercent(locale, value)
  if (unit === 'duration') return formatDuration(locale, value)
  if (unit === 'money' && currency !== null) return formatMoney(locale, { amount: value, currency })
  return formatCount(locale, value)
}
