/** The languages that a condition can name; the parts of a language belong to it (`tr-CY` to `tr`). */
export const LANGUAGE_TAGS = ['tr', 'en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'ar', 'ru', 'ja', 'pl'] as const
