import type { Language } from '#contract/kinds.ts'

/** The same thing in each language that it was written in; at least one is there. */
export interface Translated<Text> {
  readonly en: Text | null
  readonly tr: Text | null
}

/** The text in this language, or in the other where nobody has translated it yet. */
export function textIn<Text>(texts: Translated<Text>, language: Language): Text {
  const found = texts[language] ?? texts.en ?? texts.tr
  if (found === null) throw new Error('A text is there in no language.')
  return found
}

/** The language that `textIn` really gives. */
export function languageOf(texts: Translated<unknown>, language: Language): Language {
  return texts[language] !== null ? language : texts.en !== null ? 'en' : 'tr'
}
