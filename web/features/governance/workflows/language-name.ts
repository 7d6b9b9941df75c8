/** The languages that a condition can name; the parts of a language belong to it (`tr-CY` to `tr`). */
export const LANGUAGE_TAGS = ['tr', 'en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'ar', 'ru', 'ja', 'pl'] as const

/** A language by its name in the reader's language; the tag itself where there is none. */
export function languageName(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
