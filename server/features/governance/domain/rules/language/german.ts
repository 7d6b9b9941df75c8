import type { Form, Inflection } from './inflection.ts'

const ENDINGS = new Set(['e', 's', 'es', 'en', 'n', 'er', 'ern', 'em', 'ens', 'in', 'innen', 'se', 'sen'])
const UMLAUT: Readonly<Record<string, string>> = { a: 'ä', o: 'ö', u: 'ü' }
/** Words of fewer letters stand in too many others by chance: Rat in Vaterrat, but also in Beratung. */
const COMPOUND_FROM = 5
const LEAST_NEIGHBOUR = 3

const plain = (stem: string): Form => ({ stem, needsEnding: false, vowelNext: false })

/** `Häuser` of `Haus`: the last vowel that can change, for words written with a capital. */
function withUmlaut(term: string, written: string): Form | null {
  const noun = written.split(/\s+/u).at(-1) ?? ''
  if (!/^\p{Lu}/u.test(noun)) return null
  const found = /^(.*?)(a|o|u)(u?[^aeiouäöü ]*(e[lrn])?)$/u.exec(term)
  const changed = UMLAUT[found?.[2] ?? '']
  if (found === null || changed === undefined) return null
  // Äpfel and Mütter need no ending; a Bank becomes Bänke.
  return { stem: `${found[1]}${changed}${found[3]}`, needsEnding: found[4] === undefined, vowelNext: false }
}

function mayCompound(stem: string): boolean {
  return stem.length >= COMPOUND_FROM && !stem.includes(' ')
}

/** Endings of nouns and adjectives, plurals with umlaut, and compounds: before the word and after it, joints included. */
export const german: Inflection = {
  forms: (term, written) => {
    const umlaut = withUmlaut(term, written)
    return umlaut === null ? [plain(term)] : [plain(term), umlaut]
  },
  takesEnding: (form, rest, afterApostrophe) => {
    if (afterApostrophe) return rest === 's'
    return ENDINGS.has(rest) || (mayCompound(form.stem) && rest.length >= LEAST_NEIGHBOUR)
  },
  hasBeginnings: true,
  takesBeginning: (form, beginning) => mayCompound(form.stem) && beginning.length >= LEAST_NEIGHBOUR,
}
