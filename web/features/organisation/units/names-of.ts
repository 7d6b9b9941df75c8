/** Locales that are offered; any other one that is set already stays. */
export const LOCALES = [
  'ar-AE',
  'ar-SA',
  'cs-CZ',
  'da-DK',
  'de-AT',
  'de-CH',
  'de-DE',
  'el-GR',
  'en-AU',
  'en-CA',
  'en-GB',
  'en-IE',
  'en-IN',
  'en-US',
  'es-ES',
  'es-MX',
  'fi-FI',
  'fr-BE',
  'fr-CA',
  'fr-FR',
  'he-IL',
  'hi-IN',
  'hu-HU',
  'id-ID',
  'it-IT',
  'ja-JP',
  'ko-KR',
  'nb-NO',
  'nl-BE',
  'nl-NL',
  'pl-PL',
  'pt-BR',
  'pt-PT',
  'ro-RO',
  'ru-RU',
  'sv-SE',
  'th-TH',
  'tr-TR',
  'uk-UA',
  'vi-VN',
  'zh-CN',
  'zh-TW',
] as const

/** The languages of these locales, each once. */
export const LANGUAGE_CODES: readonly string[] = [...new Set(LOCALES.map((locale) => locale.split('-')[0] ?? ''))]

/** What a language, locale or country is called in the reader's language; its code where nobody knows. */
export function nameOf(code: string, type: 'language' | 'region', language: string): string {
  try {
    return new Intl.DisplayNames([language], { type }).of(code) ?? code
  } catch {
    return code
  }
}

/** Options of a select, by name. */
export function namedOptions(codes: readonly string[], type: 'language' | 'region', language: string) {
  return codes
    .map((value) => ({ value, label: nameOf(value, type, language) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
}
