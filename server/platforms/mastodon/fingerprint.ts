import { findMentions } from '#contract/text-count.ts'

/** How alike a text we sent and a text we see are. */
export type Likeness = 'same' | 'near' | 'different'

/** Texts of fewer words are alike only when they are the same. */
const FEWEST_WORDS = 4
const NEAR_SHARE = 0.8

/**
 * Compares by content: white space, Unicode form and the server of a mention do not count, because servers change them
 * when they show a post. `near` is the same but for punctuation (some servers read Markdown), or most words alike.
 */
export function compareTexts(sent: string, seen: string): Likeness {
  if (fingerprint(sent) === fingerprint(seen)) return 'same'
  const ours = words(sent)
  const theirs = words(seen)
  if (ours.length > 0 && ours.join(' ') === theirs.join(' ')) return 'near'
  if (ours.length < FEWEST_WORDS || theirs.length < FEWEST_WORDS) return 'different'
  // Servers change words at times, numbers never: texts made from one pattern are told apart by them.
  if (numbers(sent) !== numbers(seen)) return 'different'
  return share(ours, theirs) >= NEAR_SHARE ? 'near' : 'different'
}

function fingerprint(text: string): string {
  return withoutMentionHosts(text.normalize('NFC')).replace(/\s+/gu, ' ').trim()
}

function words(text: string): string[] {
  return (
    withoutMentionHosts(text.normalize('NFKC'))
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}

/** The numbers in a text in their order, without those in links, which some servers cut short. */
function numbers(text: string): string {
  const outside = text.replace(/https?:\/\/\S+/g, ' ').normalize('NFKC')
  return (outside.match(/\p{N}+/gu) ?? []).join(' ')
}

function withoutMentionHosts(text: string): string {
  let result = ''
  let from = 0
  for (const { start, end, name } of findMentions(text)) {
    result += `${text.slice(from, start)}@${name}`
    from = end
  }
  return result + text.slice(from)
}

/** Words in common as a share of both texts' words, from 0 to 1 (Dice), repeated words counted. */
function share(left: readonly string[], right: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count === 0) continue
    counts.set(word, count - 1)
    common += 1
  }
  return (2 * common) / (left.length + right.length)
}
