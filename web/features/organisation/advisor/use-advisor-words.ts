import { useTranslation } from 'react-i18next'

/** The words for questions, answers and candidates, whose keys come with the data. */
export function useAdvisorWords() {
  const { t, i18n } = useTranslation('advisor')
  // Keys come with the questionnaire, so they cannot be checked when compiling; `exists` checks them here.
  const isKnown = (key: string): key is 'advisor:title' => i18n.exists(key)
  const word = (key: string) => {
    const full = `advisor:${key}`
    return isKnown(full) ? i18n.t(full) : key
  }
  const list = (parts: readonly string[]) => new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(parts)
  return {
    t,
    question: (key: string) => word(`question.${key}`),
    short: (key: string) => word(`short.${key}`),
    option: (question: string, key: string) => word(`option.${question}.${key}`),
    options: (question: string, keys: readonly string[]) => list(keys.map((key) => word(`option.${question}.${key}`))),
    place: (key: string) => word(`place.${key}`),
  }
}
