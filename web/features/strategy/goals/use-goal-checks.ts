import { useTranslation } from 'react-i18next'
import { localeOf } from '#web/kernel/use-time.ts'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { readDecimal } from '../measure/decimal.ts'
import type { GoalValues } from './goal-values.ts'

/** What can be said before anything is sent. The server checks again. */
export function useGoalChecks() {
  const { t, i18n } = useTranslation('strategy')
  const sentence = useRefusalText()
  const locale = localeOf(i18n.language)
  const required = t('field.needed')
  const number = (text: string) =>
    text.trim() === '' ? required : readDecimal(text, locale) === null ? t('goal.not-a-number') : null
  return {
    title: (title: string) => (title.trim() === '' ? sentence({ code: 'text.empty' }) : null),
    kpi: (kpi: string | null) => (kpi === null ? required : null),
    baseline: number,
    target: (text: string, { baseline }: GoalValues) =>
      number(text) ??
      (readDecimal(text, locale) === readDecimal(baseline, locale) ? t('goal.target-is-baseline') : null),
    dueOn: (day: string | null, { startsOn }: GoalValues) => {
      if (day === null) return required
      return startsOn !== null && day < startsOn ? sentence({ code: 'time.order' }) : null
    },
  }
}
