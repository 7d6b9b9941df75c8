import { findHashtags } from '#contract/text-count.ts'
import type { Passage } from './passage.ts'

const MOST = 3
const MOST_WORDS = 3
const LENGTH = { least: 4, most: 30 }

/**
 * Hashtags made from headings and from what is set in bold, as far as these are names rather than stress: at most three
 * words, no question, and a single word only where it begins with a capital. In order, each once.
 */
export function proposeHashtags(passages: readonly Passage[], language: string): string[] {
  const terms = passages.flatMap((passage) => (passage.kind === 'heading' ? [passage.text] : passage.terms))
  const tags = terms.flatMap((term) => hashtagOf(term, language) ?? [])
  const first = new Map<string, string>()
  for (const tag of tags) {
    const folded = tag.toLocaleLowerCase(language)
    if (!first.has(folded)) first.set(folded, tag)
  }
  return [...first.values()].slice(0, MOST)
}

function hashtagOf(term: string, language: string): string | null {
  if (/[?!.:…]$/.test(term)) return null
  const words = term.replace(/['’]/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length === 0 || words.length > MOST_WORDS) return null
  if (words.length === 1 && !/^\p{Lu}/u.test(words[0] ?? '')) return null
  const name = words.map((word) => capitalised(word, language)).join('')
  if (name.length < LENGTH.least || name.length > LENGTH.most) return null
  return findHashtags(`#${name}`)[0]?.tag === name ? `#${name}` : null
}

function capitalised(word: string, language: string): string {
  const [first = '', ...rest] = word
  return first.toLocaleUpperCase(language) + rest.join('')
}
