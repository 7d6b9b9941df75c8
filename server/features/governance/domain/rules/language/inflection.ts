import { arabic } from './arabic.ts'
import { english } from './english.ts'
import type { Folding } from './folding.ts'
import { primaryOf } from './folding.ts'
import { german } from './german.ts'
import { romance } from './romance.ts'
import { turkish } from './turkish.ts'

/** A form in which a term can stand in a text, and what may stand around it within the word. */
export interface Form {
  readonly stem: string
  /** The stem has changed as it only does before certain endings: alone it is not the term. */
  readonly needsEnding: boolean
  /** Which endings: those that begin with a vowel, or any. */
  readonly vowelNext: boolean
}

/** What a language does with words. All of it works on folded text. */
export interface Inflection {
  readonly forms: (term: string, written: string) => readonly Form[]
  /** Whether the rest of the word, up to its end, is an ending of this form. */
  readonly takesEnding: (form: Form, rest: string, afterApostrophe: boolean) => boolean
  /** Whether anything at all may stand before a form in its word; spares the look where not. */
  readonly hasBeginnings: boolean
  /** Whether the beginning of the word, up to the form, may stand before it. */
  readonly takesBeginning: (form: Form, beginning: string) => boolean
}

/** Just the word as it is. */
export const none: Inflection = {
  forms: (term) => [{ stem: term, needsEnding: false, vowelNext: false }],
  takesEnding: () => false,
  hasBeginnings: false,
  takesBeginning: () => false,
}

/** The inflection that goes with a language; of those that share a folding the text's own language decides. */
export function inflectionOf(language: string, folding: Folding): Inflection {
  if (folding === 'turkish') return turkish
  if (folding === 'german') return german
  if (folding === 'arabic') return primaryOf(language) === 'ar' ? arabic : none
  if (folding === 'latin') return primaryOf(language) === 'en' ? english : romance
  return none
}
