import { useTranslation } from 'react-i18next'

export const READING_LANGUAGES = ['en', 'tr'] as const
export type ReadingLanguage = (typeof READING_LANGUAGES)[number]

/** The same text in the languages that it was written in. */
export interface Texts<Text> {
  readonly en: Text | null
  readonly tr: Text | null
}

/** Whether a word names a language that texts are written in. */
export function isReadingLanguage(word: string | undefined): word is ReadingLanguage {
  return READING_LANGUAGES.some((language) => language === word)
}

/** The language of the interface, as a language that texts are written in. */
export function useReadingLanguage(): ReadingLanguage {
  const { i18n } = useTranslation()
  return isReadingLanguage(i18n.language) ? i18n.language : 'en'
}

/** The text in this language; in the other, where nobody has translated it yet. */
export function textIn<Text>(texts: Texts<Text>, language: ReadingLanguage): Text | null {
  return texts[language] ?? texts.en ?? texts.tr
}

/** Titles and summaries in the person's language. */
export function useTextIn(): (texts: Texts<string>) => string {
  const language = useReadingLanguage()
  return (texts) => textIn(texts, language) ?? ''
}
