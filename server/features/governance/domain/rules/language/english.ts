import type { Form, Inflection } from './inflection.ts'

const form = (stem: string, needsEnding = false): Form => ({ stem, needsEnding, vowelNext: false })
const ENDINGS = new Set(['s', 'es', 'ed', 'ing', 'ings'])

/** Plurals, past tenses and -ing, with the spellings that go with them. Not -er: it would find mother in moth. */
export const english: Inflection = {
  forms: (term) => [
    form(term),
    ...(/[^aeiou]y$/u.test(term) ? [form(`${term.slice(0, -1)}i`, true)] : []),
    ...(/[^aeiou]e$/u.test(term) ? [form(term.slice(0, -1), true)] : []),
    ...(/[^aeiou][aeiou][bdgklmnprt]$/u.test(term) ? [form(`${term}${term.at(-1)}`, true)] : []),
  ],
  takesEnding: ({ stem, needsEnding }, rest, afterApostrophe) => {
    if (afterApostrophe) return rest === 's' || (rest === '' && stem.endsWith('s'))
    if (needsEnding && stem.endsWith('i')) return rest === 'es' || rest === 'ed'
    if (needsEnding) return rest === 'ed' || rest === 'ing' || rest === 'ings'
    return ENDINGS.has(rest) || (rest === 'd' && stem.endsWith('e'))
  },
  hasBeginnings: false,
  takesBeginning: () => false,
}
