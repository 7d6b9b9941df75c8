import { useTranslation } from 'react-i18next'

/** The name of a country in the person's language; its code where there is none. */
export function useCountryNames(): (code: string) => string {
  const { i18n } = useTranslation()
  const names = new Intl.DisplayNames(i18n.language, { type: 'region', fallback: 'code' })
  return (code) => names.of(code) ?? code
}
