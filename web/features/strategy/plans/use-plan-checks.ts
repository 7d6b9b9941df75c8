import { useTranslation } from 'react-i18next'
import { localeOf } from '#web/kernel/use-time.ts'
import { readDecimal } from '../measure/decimal.ts'
import type { PlanValues } from './plan-values.ts'

/** What can be said of a plan before it is sent. */
export function usePlanChecks() {
  const { t, i18n } = useTranslation('plans')
  const locale = localeOf(i18n.language)
  return {
    title: (title: string) => (title.trim() === '' ? t('check.title') : null),
    startsOn: (day: string | null) => (day === null ? t('check.day') : null),
    endsOn: (day: string | null, { startsOn }: PlanValues) => {
      if (day === null) return t('check.day')
      return startsOn !== null && day < startsOn ? t('check.order') : null
    },
    askedBudget: (amount: string, { level }: PlanValues) =>
      level === 'tactical' && amount.trim() !== '' && readDecimal(amount, locale) === null ? t('check.number') : null,
  }
}
