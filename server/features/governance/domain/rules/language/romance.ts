import type { Inflection } from './inflection.ts'

const ENDINGS = new Set(['s', 'x', 'e', 'es'])

/** French, Portuguese, Spanish and the like: feminine and plural forms. Verbs are not conjugated. */
export const romance: Inflection = {
  forms: (term) => [{ stem: term, needsEnding: false, vowelNext: false }],
  takesEnding: (_, rest, afterApostrophe) => !afterApostrophe && ENDINGS.has(rest),
  hasBeginnings: false,
  takesBeginning: () => false,
}
