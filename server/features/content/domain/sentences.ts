/** Words that end with a full stop in the middle of a sentence, in lower case. */
const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  en: ['mr', 'mrs', 'ms', 'dr', 'prof', 'st', 'vs', 'e.g', 'i.e', 'no', 'fig', 'approx', 'inc', 'ltd', 'jr', 'sr'],
  tr: [
    'dr',
    'prof',
    'doç',
    'av',
    'uzm',
    'op',
    'sn',
    'örn',
    'bkz',
    'vb',
    'vs',
    'vd',
    'yy',
    'no',
    'cad',
    'sok',
    'mah',
    'apt',
    'ort',
    'çev',
    'yrd',
    'alb',
    'org',
  ],
}

/**
 * Where the sentences of a text begin (UTF-16 units), but for the first. An abbreviation, an initial and an ordinal number
 * ("3. Bölge") end no sentence. Boundaries after Unicode Annex 29, by language.
 */
export function sentenceStarts(text: string, language: string): number[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  const starts = new Set<number>()
  for (const { index } of segmenter.segment(text)) {
    if (index > 0 && !endsInAbbreviation(text, index, language)) starts.add(index)
  }
  // A small letter continues a sentence, but for the one that an address begins with.
  for (const { 0: end, index } of text.matchAll(/[.!?…]["'”’»)]*\s+(?=https?:\/\/)/g)) starts.add(index + end.length)
  return [...starts].sort((left, right) => left - right)
}

function endsInAbbreviation(text: string, boundary: number, language: string): boolean {
  const line = text.slice(Math.max(0, boundary - 40), boundary)
  const word = /(?:^|[\s(“"'«])([\p{L}\p{N}.]+)\.[ \t]*$/u.exec(line)
  if (word === null) return false
  const [, ending = ''] = word
  if (/^\p{Lu}$/u.test(ending)) return true
  if (/^\d{1,4}$/.test(ending)) return language === 'tr' || word.index === 0 || line[word.index] === '\n'
  return ABBREVIATIONS[language]?.includes(ending.toLocaleLowerCase(language)) === true
}
