import { createHash } from 'node:crypto'
import type { Rule } from './draft.ts'
import type { Noticed } from './kinds/notice-of.ts'

const SENTENCE_END = /[.!?…。！？؟\n]/u

/** The sentence around a stretch, with its spaces made alike: what may change without the words being said anew. */
export function sentenceAround(text: string, start: number, end: number): string {
  let from = start
  while (from > 0 && !SENTENCE_END.test(text[from - 1] ?? '')) from -= 1
  let to = end
  while (to < text.length && !SENTENCE_END.test(text[to] ?? '')) to += 1
  return text.slice(from, to).replaceAll(/\s+/gu, ' ').trim()
}

/**
 * What a waiver is bound to: the rule as it is now, the words and their sentence; for findings about the whole, the whole.
 * Any change of one of them is another finding.
 */
export function fingerprintOf(
  rule: Pick<Rule, 'id' | 'version'>,
  { segment, start, end, note, words }: Noticed,
  whole: readonly string[] | null,
): string {
  const placed =
    segment === null || start === null || end === null
      ? [words ?? '', note?.code ?? '', ...(whole ?? [])]
      : [segment.place, segment.text.slice(start, end), sentenceAround(segment.text, start, end)]
  return createHash('sha256')
    .update(JSON.stringify([rule.id, rule.version, ...placed]))
    .digest('hex')
}
