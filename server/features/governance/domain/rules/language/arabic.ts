import type { Form, Inflection } from './inflection.ts'

/** And, so; with, as, for; the: alone and in every order in which they join. Folded: hamza off the alif. */
const BEGINNINGS = new Set(
  ['', 'و', 'ف'].flatMap((joins) => [
    ...['', 'ب', 'ك', 'ل', 'س'].flatMap((leads) => ['', 'ال'].map((article) => joins + leads + article)),
    `${joins}لل`,
  ]),
)
const ENDINGS = new Set(['ه', 'ها', 'هم', 'هن', 'هما', 'ك', 'كم', 'كن', 'ي', 'نا', 'ات', 'ون', 'ين', 'ان', 'وا', 'يه'])
const PRONOUNS = new Set(['ه', 'ها', 'هم', 'هن', 'هما', 'ك', 'كم', 'كن', 'ي', 'نا', 'ان', 'ين'])
const form = (stem: string): Form => ({ stem, needsEnding: false, vowelNext: false })

/** What is written together with a word in Arabic: conjunctions, prepositions and article before, pronouns and plurals after. */
export const arabic: Inflection = {
  forms: (term) => {
    const bare = term.startsWith('ال') && term.length > 4 ? term.slice(2) : null
    const stems = bare === null ? [term] : [term, bare]
    return stems.flatMap((stem) => [
      form(stem),
      // The bound t stands in writing only before an ending; the plural takes its place.
      ...(stem.endsWith('ه') && stem.length > 3
        ? [
            { stem: `${stem.slice(0, -1)}ت`, needsEnding: true, vowelNext: false },
            { stem: `${stem.slice(0, -1)}ات`, needsEnding: false, vowelNext: false },
          ]
        : []),
    ])
  },
  takesEnding: ({ needsEnding }, rest, afterApostrophe) =>
    !afterApostrophe && (needsEnding ? PRONOUNS : ENDINGS).has(rest),
  hasBeginnings: true,
  takesBeginning: ({ stem }, beginning) => stem.length > 2 && BEGINNINGS.has(beginning),
}
