import { useTranslation } from 'react-i18next'
import { localeOf } from '#web/kernel/use-time.ts'
import { readDecimal } from '../measure/decimal.ts'

/** What can be said about an entry before it is sent; the server checks again. */
export function useBudgetChecks() {
  const { t, i18n } = useTranslation('budget')
  const locale = localeOf(i18n.language)
  return {
    title: (text: string) => (text.trim() === '' ? t('check.title') : null),
    day: (day: string | null) => (day === null ? t('check.day') : null),
    amount: (text: string) => (text.trim() === '' || readDecimal(text, locale) !== null ? null : t('check.amount')),
    price: (text: string) => (readDecimal(text, locale) === null ? t('check.amount') : null),
    currency: (text: string) => (/^[A-Za-z]{3}$/u.test(text.trim()) ? null : t('check.currency')),
    hours: (text: string) => {
      const hours = readDecimal(text, locale)
      const fits = hours !== null && /^\d{1,2}(\.\d{1,2})?$/u.test(hours) && Number(hours) > 0 && Number(hours) <= 24
      return fits ? null : t('check.hours')
    },
    rate: (text: string) => (/^\d{1,9}([.,]\d{1,12})?$/u.test(text.trim()) ? null : t('check.rate')),
    person: (id: string | null) => (id === null ? t('check.person') : null),
  }
}
