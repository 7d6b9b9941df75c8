import type { Form, Inflection } from './inflection.ts'

const VOWEL = /[aeıioöuü]/u
const BACK = /[aıou]/u
const SOFT: Readonly<Record<string, string>> = { p: 'b', ç: 'c', t: 'd', k: 'ğ' }

type After = 'vowel' | 'high-vowel' | 'consonant' | 'any'

/** Endings with capitals for what harmony chooses: A = a e, I = ı i u ü, D = d t, C = c ç, K = k ğ. */
const ENDINGS: readonly (readonly [After, string])[] = [
  ['any', 'lAr lArI lI lIK sIz CI CA CAsInA DAş CIK CIKIm DA DAn DIr lA mIş ki ken mI'],
  ['consonant', 'A I Im In ImIz InIz Iz DI sA'],
  ['vowel', 'm n sI mIz nIz yA yI nIn ylA yDI ysA ymIş yIm yIz yken'],
  // After the endings of what belongs to somebody: Adana is not the dative of ada.
  ['high-vowel', 'nA nI nDA nDAn nlA ncA'],
  ['any', 'sIn sInIz dIr'],
]
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  A: ['a', 'e'],
  I: ['ı', 'i', 'u', 'ü'],
  D: ['d', 't'],
  C: ['c', 'ç'],
  K: ['k', 'ğ'],
}

interface Ending {
  readonly after: After
  readonly back: boolean | null
}

function spell(template: string): string[] {
  return Array.from(template).reduce<string[]>(
    (made, letter) => made.flatMap((one) => (CHOICES[letter] ?? [letter]).map((choice) => one + choice)),
    [''],
  )
}

/** Whether the vowels are all of one kind; null where there is none. Undefined: mixed, so harmony forbids it. */
function harmony(text: string): boolean | null | undefined {
  const kinds = new Set(
    Array.from(text)
      .filter((letter) => VOWEL.test(letter))
      .map((letter) => BACK.test(letter)),
  )
  if (kinds.size > 1) return undefined
  return [...kinds][0] ?? null
}

const SPELLED = new Map<string, Ending[]>()
for (const [after, list] of ENDINGS)
  for (const template of list.split(' '))
    for (const ending of spell(template)) {
      const back = ending === 'ki' || ending.endsWith('ken') ? null : harmony(ending)
      if (back !== undefined) SPELLED.set(ending, [...(SPELLED.get(ending) ?? []), { after, back }])
    }
const LONGEST = Math.max(...[...SPELLED.keys()].map((ending) => ending.length))
const MOST_REST = 28

/** The harmony a stem asks for. Borrowed ones such as saat, kontrol and kalp may ask for the other: they take both. */
function harmonyOfStem(stem: string): boolean | null {
  if (/[aou](?:l|t|lp|lb|rf|lk)$/u.test(stem)) return null
  const last = Array.from(stem).findLast((letter) => VOWEL.test(letter))
  return last === undefined ? null : BACK.test(last)
}

function fits(after: After, last: string): boolean {
  if (after === 'any') return true
  if (after === 'high-vowel') return /[ıiuü]/u.test(last)
  return (after === 'vowel') === VOWEL.test(last)
}

/** Whether a rest is a chain of endings, each fitting what stands before it and in harmony with the one before. */
function isChain(before: string, rest: string, afterApostrophe: boolean): boolean {
  if (rest.length > MOST_REST) return false
  // For each place the harmonies with which it can be reached: none yet, back, front.
  const reached: Set<boolean | null>[] = Array.from({ length: rest.length + 1 }, () => new Set())
  reached[0]?.add(afterApostrophe ? null : harmonyOfStem(before))
  for (let at = 0; at < rest.length; at += 1) {
    const kinds = reached[at] ?? new Set()
    if (kinds.size === 0) continue
    const last = at === 0 ? before.at(-1) : rest[at - 1]
    const free = at === 0 && afterApostrophe
    for (let length = 1; length <= LONGEST && at + length <= rest.length; length += 1) {
      const ending = rest.slice(at, at + length)
      for (const { after, back } of SPELLED.get(ending) ?? []) {
        if (!free && !fits(after, last ?? '')) continue
        for (const kind of kinds)
          if (kind === null || back === null || kind === back)
            reached[at + length]?.add(ending === 'ki' ? null : (back ?? kind))
      }
    }
  }
  return (reached[rest.length]?.size ?? 0) > 0
}

const plain = (stem: string): Form => ({ stem, needsEnding: false, vowelNext: false })
const changed = (stem: string): Form => ({ stem, needsEnding: true, vowelNext: true })

/** `kitap` as in kitabı, `renk` as in rengi. */
function softened(term: string): string | null {
  const last = term.at(-1) ?? ''
  const soft = last === 'k' && term.at(-2) === 'n' ? 'g' : SOFT[last]
  return soft === undefined || term.length < 3 ? null : term.slice(0, -1) + soft
}

/** `ağız` as in ağzı: the high vowel of the last syllable goes. */
function withoutVowel(term: string): string | null {
  const found = /^(.*[aeıioöuü][^aeıioöuü ])[ıiuü]([^aeıioöuü ])$/u.exec(term)
  return found === null ? null : `${found[1]}${found[2]}`
}

/** `dükkân` of `Gaziantep dükkânı`: the ending that holds a pair of words together gives way to others. */
function withoutPair(term: string): string | null {
  if (!term.includes(' ')) return null
  const found = /^(.{4,}?[^aeıioöuü ])[ıiuü]$/u.exec(term.replace(/(?<=[aeıioöuü])s(?=[ıiuü]$)/u, ''))
  return found?.[1] ?? null
}

/** Endings one by one with harmony and buffer letters; softening; the vowel that drops. */
export const turkish: Inflection = {
  forms: (term) => {
    const soft = softened(term)
    const short = withoutVowel(term)
    const pair = withoutPair(term)
    return [
      plain(term),
      ...(soft === null ? [] : [changed(soft)]),
      ...(short === null ? [] : [changed(short), ...[softened(short)].flatMap((form) => form ?? []).map(changed)]),
      ...(pair === null ? [] : [{ stem: pair, needsEnding: true, vowelNext: false }]),
    ]
  },
  takesEnding: (form, rest, afterApostrophe) => {
    if (form.vowelNext && !VOWEL.test(rest[0] ?? '')) return false
    return isChain(form.stem, rest, afterApostrophe)
  },
  hasBeginnings: false,
  takesBeginning: () => false,
}
