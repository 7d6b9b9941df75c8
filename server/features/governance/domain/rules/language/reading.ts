export type ReadingLanguage = 'tr' | 'de' | 'en'

interface Counts {
  readonly words: number
  readonly sentences: number
  readonly syllables: number
}

/**
 * Reading ease, from 0 (hard) to 100 (easy), by the formula of each language: Turkish by Ateşman (1997), German by Amstad
 * (1978), English by Flesch (1948). `w`: words a sentence; `s`: syllables a word.
 */
const EASE: Readonly<Record<ReadingLanguage, (w: number, s: number) => number>> = {
  tr: (w, s) => 198.825 - 40.175 * s - 2.61 * w,
  de: (w, s) => 180 - w - 58.5 * s,
  en: (w, s) => 206.835 - 1.015 * w - 84.6 * s,
}

/** Fewer words say nothing about how hard a text is. */
export const LEAST_WORDS = 20

/** How easily a text reads, rounded; null where it is too short to say. */
export function readingEase(text: string, language: ReadingLanguage): number | null {
  const { words, sentences, syllables } = count(text, language)
  if (words < LEAST_WORDS) return null
  return Math.round(Math.min(100, Math.max(0, EASE[language](words / sentences, syllables / words))))
}

function count(text: string, language: ReadingLanguage): Counts {
  const bare = text.replaceAll(/https?:\/\/\S+|[#@][\p{L}\p{N}_]+/gu, ' ')
  const words = bare.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
  const sentences = bare.split(/[.!?…]+(?=\s|$)|\n+/u).filter((one) => /\p{L}/u.test(one)).length
  return {
    words: words.length,
    sentences: Math.max(1, sentences),
    syllables: words.reduce((sum, word) => sum + syllablesOf(word.toLowerCase(), language), 0),
  }
}

function syllablesOf(word: string, language: ReadingLanguage): number {
  if (language === 'tr') return Math.max(1, word.match(/[aeıioöuüâîû]/gu)?.length ?? 0)
  if (language === 'de') return Math.max(1, word.match(/ei|ai|au|eu|äu|ie|aa|ee|oo|[aeiouäöüy]/gu)?.length ?? 0)
  const groups = word.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/u, '').match(/[aeiouy]+/gu)?.length ?? 0
  return Math.max(1, groups)
}
