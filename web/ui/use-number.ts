import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCompact, formatCount, formatMeasure, formatMoney, formatPercent, formatShare } from './number.ts'
import type { MeasureUnit, Money } from './number.ts'

/** Numbers in the person's own writing. Amounts and measures may be decimal text, as the API gives them. */
export function useNumber() {
  const { i18n } = useTranslation()
  return useMemo(() => numbersFor(i18n.language), [i18n.language])
}

function numbersFor(locale: string) {
  return {
    count: (value: string | number) => formatCount(locale, value),
    compact: (value: string | number) => formatCompact(locale, value),
    money: (money: Money) => formatMoney(locale, money),
    moneyCompact: (money: Money) => formatMoney(locale, money, { compact: true }),
    percent: (value: string | number) => formatPercent(locale, value),
    share: (share: number) => formatShare(locale, share),
    measure: (value: string, unit: MeasureUnit, currency: string | null = null) =>
      formatMeasure(locale, value, unit, currency),
  }
}
