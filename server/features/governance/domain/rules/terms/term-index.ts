import { buildAutomaton, type Automaton } from './automaton.ts'
import { fold, foldingOf, isWordAt, type Folded, type Folding } from '../language/folding.ts'
import { inflectionOf, none, type Form, type Inflection } from '../language/inflection.ts'

export type Match = 'inflected' | 'exact' | 'anywhere'

export interface Term<Owner> {
  readonly text: string
  readonly match: Match
  readonly owner: Owner
}

/** Where a term stands, in UTF-16 units of the original. `stemEnd`: without the ending. */
export interface TermHit<Owner> {
  readonly owner: Owner
  readonly term: string
  readonly start: number
  readonly stemEnd: number
  readonly end: number
}

interface Entry<Owner> {
  readonly term: Term<Owner>
  readonly form: Form
  readonly inflection: Inflection
  /** Neither boundaries nor endings are asked for. */
  readonly free: boolean
  /** The form of a term in capitals, as the Turkish case makes it: INSTAGRAM. */
  readonly capitals: boolean
}

export interface TermIndex<Owner> {
  readonly find: (text: string) => readonly TermHit<Owner>[]
}

/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u
const WORDLESS = /^[^\p{L}\p{N}]+$/u
const JOINED_TO_EMOJI = /^[\p{M}\u{1f3fb}-\u{1f3ff}]$/u
const MOST_ENDING = 40

/** Makes terms ready to be found in texts of a language: in any number, in one pass. */
export function indexTerms<Owner>(terms: readonly Term<Owner>[], language: string): TermIndex<Owner> {
  const folding = foldingOf(language)
  const entries = terms.flatMap((term) => entriesOf(term, language, folding))
  const automaton: Automaton = buildAutomaton(entries.map(({ form }) => form.stem))
  return {
    find: (text) => {
      if (entries.length === 0 || text === '') return []
      const folded = fold(text, folding)
      const hits: TermHit<Owner>[] = []
      automaton.scan(folded.text, (number, end) => {
        const entry = entries[number]
        const hit = entry === undefined ? null : accept(entry, text, folded, end)
        if (hit !== null) hits.push(hit)
      })
      return longest(hits)
    },
  }
}

function entriesOf<Owner>(term: Term<Owner>, language: string, folding: Folding): readonly Entry<Owner>[] {
  const written = term.text.trim()
  return readings(written, folding).flatMap(({ folded, capitals }) => {
    const free = term.match === 'anywhere' || UNSPACED.test(folded) || WORDLESS.test(folded)
    const inflection = free || term.match === 'exact' ? none : inflectionOf(language, folding)
    const forms = inflection.forms(folded, written)
    // `Kara Cuma` is also written #KaraCuma.
    const squeezed = free
      ? []
      : forms.filter(({ stem }) => stem.includes(' ')).map((form) => ({ ...form, stem: form.stem.replaceAll(' ', '') }))
    return [...forms, ...squeezed].map((form) => ({ term, form, inflection, free, capitals }))
  })
}

/** A term as it can be meant. In Turkish an I is ı, but in a foreign name such as Instagram i, and both in capitals. */
function readings(written: string, folding: Folding): readonly { folded: string; capitals: boolean }[] {
  const folded = fold(written, folding).text
  if (folding !== 'turkish') return [{ folded, capitals: false }]
  const foreign = fold(written.replaceAll('I', 'i'), folding).text
  const plain = [...new Set([folded, foreign])].map((one) => ({ folded: one, capitals: false }))
  const dotless = foreign.replaceAll('i', 'ı')
  return dotless === folded ? plain : [...plain, { folded: dotless, capitals: true }]
}

function accept<Owner>(entry: Entry<Owner>, text: string, folded: Folded, end: number): TermHit<Owner> | null {
  const { form, free, capitals, term } = entry
  const start = end - form.stem.length
  const from = folded.starts[start]
  const stemEnd = folded.ends[end - 1]
  if (from === undefined || stemEnd === undefined) return null
  if (capitals && !isForeignCapitals(term.text, text.slice(from, stemEnd))) return null
  if (free) return { owner: entry.term.owner, term: term.text, start: from, stemEnd, end: withJoined(text, stemEnd) }
  const wordStart = isWordAt(folded.text, start - 1) ? beginningOf(folded.text, start, entry.inflection) : start
  if (wordStart === null) return null
  if (wordStart < start && !entry.inflection.takesBeginning(form, folded.text.slice(wordStart, start))) return null
  const wordEnd = endingOf(entry, folded.text, end)
  if (wordEnd === null) return null
  return {
    owner: entry.term.owner,
    term: term.text,
    start: folded.starts[wordStart] ?? from,
    stemEnd,
    end: wordEnd === end ? stemEnd : (folded.ends[wordEnd - 1] ?? stemEnd),
  }
}

/** A foreign name in capitals has an I where Turkish would write İ: INSTAGRAM. Names begin with a capital in the rule. */
function isForeignCapitals(term: string, written: string): boolean {
  return written === written.toUpperCase() && written.includes('I') && /^\p{Lu}\p{ASCII}*$/u.test(term)
}

function beginningOf(text: string, start: number, { hasBeginnings }: Inflection): number | null {
  if (!hasBeginnings) return null
  let at = start
  while (at > 0 && start - at < MOST_ENDING && isWordAt(text, at - 1)) at -= 1
  return at
}

/** The end of the word whose rest is an ending of the form; null where it is another word. */
function endingOf<Owner>({ form, inflection }: Entry<Owner>, text: string, end: number): number | null {
  const restEnd = wordEndFrom(text, end)
  const rest = text.slice(end, restEnd)
  if (rest === '') {
    if (text[end] === "'") {
      const after = wordEndFrom(text, end + 1)
      const ending = text.slice(end + 1, after)
      if (ending !== '' && inflection.takesEnding(form, ending, true)) return after
    }
    return form.needsEnding ? null : end
  }
  return inflection.takesEnding(form, rest, false) ? restEnd : null
}

function wordEndFrom(text: string, from: number): number {
  let at = from
  while (at < text.length && at - from < MOST_ENDING && isWordAt(text, at)) at += 1
  return at
}

/** Skin tones and selectors belong to the emoji before them. */
function withJoined(text: string, end: number): number {
  let at = end
  while (at < text.length) {
    const next = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (!JOINED_TO_EMOJI.test(next)) return at
    at += next.length
  }
  return at
}

/** Of hits of one owner that overlap, the longest; in the order of the text. */
function longest<Owner>(hits: readonly TermHit<Owner>[]): readonly TermHit<Owner>[] {
  const sorted = [...hits].sort((one, other) => one.start - other.start || other.end - one.end)
  const reached = new Map<Owner, number>()
  return sorted.filter((hit) => {
    if (hit.start < (reached.get(hit.owner) ?? 0)) return false
    reached.set(hit.owner, hit.end)
    return true
  })
}
