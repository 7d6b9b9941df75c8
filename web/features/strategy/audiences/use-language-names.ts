import { useTranslation } from 'react-i18next'

/** Languages to choose from; others come with an audience that names them. */
const COMMON = [
  'ar',
  'az',
  'bg',
  'de',
  'el',
  'en',
  'es',
  'fa',
  'fr',
  'he',
  'hi',
  'it',
  'ja',
  'ko',
  'ku',
  'nl',
  'pl',
  'pt',
  'ro',
  'ru',
  'tr',
  'uk',
  'zh',
]

/** The names of languages in the reader's own, and the ones to choose from, by name. */
export function useLanguageNames() {
  const { i18n } = useTranslation()
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' })
  const nameOf = (code: string) => names.of(code) ?? code
  const choices = (chosen: readonly string[]) =>
    [...new Set([...COMMON, ...chosen])]
      .map((value) => ({ value, label: nameOf(value) }))
      .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language))
  return { nameOf, choices }
}
