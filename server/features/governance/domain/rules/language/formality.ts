export type FormalityLanguage = 'tr' | 'de' | 'fr' | 'es'
export type Formality = 'formal' | 'informal'

export interface Address {
  readonly start: number
  readonly end: number
  readonly form: Formality
}

/** Words that address the reader. Left out is what also means something else: German ihr, Spanish su. */
const WORDS: Readonly<Record<FormalityLanguage, Readonly<Record<Formality, string>>>> = {
  tr: {
    informal: 'sen|seni|sana|sende|senden|senin|seninle|senle|sence|kendin|kendine|kendini',
    formal: 'siz|sizi|size|sizde|sizden|sizin|sizinle|sizle|sizce|kendiniz|kendinize|kendinizi',
  },
  de: {
    informal: 'du|dich|dir|dein|deine|deinen|deinem|deiner|deines|euch|euer|eure|euren|eurem|eurer',
    formal: 'Sie|Ihnen|Ihr|Ihre|Ihren|Ihrem|Ihrer|Ihres',
  },
  fr: { informal: 'tu|te|toi|ton|ta|tes|t', formal: 'vous|votre|vos' },
  es: { informal: 'tú|ti|contigo|tu|tus|te', formal: 'usted|ustedes' },
}
const WORD = /\p{L}+/gu
const SETS = new Map(
  Object.entries(WORDS).map(([language, { formal, informal }]) => [
    language,
    { formal: new Set(formal.split('|')), informal: new Set(informal.split('|')) },
  ]),
)

/** Where a text addresses its reader, and how. In German only capitals tell you from they, so a sentence's first word does not count. */
export function findAddresses(text: string, language: FormalityLanguage): readonly Address[] {
  const { formal = new Set(), informal = new Set() } = SETS.get(language) ?? {}
  const found: Address[] = []
  for (const match of text.matchAll(WORD)) {
    const word = match[0]
    const lower = language === 'tr' ? word.toLocaleLowerCase('tr') : word.toLowerCase()
    const isFormal = language === 'de' ? formal.has(word) && !beginsSentence(text, match.index) : formal.has(lower)
    const place = { start: match.index, end: match.index + word.length }
    if (isFormal) found.push({ ...place, form: 'formal' })
    else if (informal.has(lower) && !isLetterAlone(text, word, place.end)) found.push({ ...place, form: 'informal' })
  }
  return found
}

function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?…:\n„"“»«(])\s*$/u.test(text.slice(Math.max(0, at - 12), at))
}

/** French t' addresses somebody; a t elsewhere is just a letter, as in y a-t-il. */
function isLetterAlone(text: string, word: string, end: number): boolean {
  return word.toLowerCase() === 't' && !/^['’]/u.test(text.slice(end, end + 1))
}
