import { FormulaProblem } from './problem.ts'
import type { Place } from './tree.ts'

export interface Token {
  readonly kind: 'number' | 'word' | 'sign'
  readonly text: string
  readonly place: Place
}

const SIGNS: Readonly<Record<string, string>> = { '×': '*', '·': '*', '÷': '/', '−': '-', '–': '-', ':': '/' }
const NEXT = /(?<space>\s+)|(?<number>\d[\d.]*)|(?<word>\p{L}[\p{L}\d_]*)|(?<sign>[-+*/(),×·÷−–:])/uy
const NUMBER = /^\d{1,15}(\.\d{1,6})?$/

/** Cuts a formula into numbers, words and signs. Signs as people write them (× ÷ −) become those of the language. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (let from = 0; from < text.length;) {
    NEXT.lastIndex = from
    const groups = NEXT.exec(text)?.groups
    if (groups === undefined) {
      const sign = String.fromCodePoint(text.codePointAt(from) ?? 0)
      throw new FormulaProblem('formula.unknown-sign', { from, to: from + sign.length }, { sign })
    }
    const [kind = 'space', found = ''] = Object.entries(groups).find(([, part]) => part !== undefined) ?? []
    const place = { from, to: from + found.length }
    if (kind === 'number' && !NUMBER.test(found)) throw new FormulaProblem('formula.number-form', place, { found })
    if (kind === 'number') tokens.push({ kind, text: found, place })
    if (kind === 'word') tokens.push({ kind, text: found.toLowerCase(), place })
    if (kind === 'sign') tokens.push({ kind, text: SIGNS[found] ?? found, place })
    from = place.to
  }
  return tokens
}
