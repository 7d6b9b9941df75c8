import { useTranslation } from 'react-i18next'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import type { ObjectiveValues } from './objective-values.ts'

/** What can be said before anything is sent: a name and two days in order. The server checks again. */
export function useObjectiveChecks() {
  const { t } = useTranslation('strategy')
  const sentence = useRefusalText()
  return {
    title: (title: string) => (title.trim() === '' ? sentence({ code: 'text.empty' }) : null),
    startsOn: (day: string | null) => (day === null ? t('field.needed') : null),
    endsOn: (day: string | null, { startsOn }: ObjectiveValues) => {
      if (day === null) return t('field.needed')
      return startsOn !== null && day < startsOn ? sentence({ code: 'time.order' }) : null
    },
  }
}
