import type { TextRule } from '#contract/platforms.ts'
import { bestCut } from './cut.ts'
import type { Document } from './document.ts'
import { fitsRule, type Fits } from './fit.ts'
import { shorten } from './shorten.ts'

/** The most posts that the contract takes for one thread. */
const MOST_PARTS = 50

export interface ThreadPart {
  readonly text: string
  /** Where it stands in the whole text. */
  readonly start: number
  readonly end: number
}

/**
 * Cuts a text into posts that each fit the rule, numbered ("2/5") where there are more than two. A text that is too long for
 * the longest thread ends in `…` and its last link.
 */
export function splitIntoThread(document: Document, rule: TextRule): ThreadPart[] {
  const bare = split(document, fitsRule(rule))
  if (bare.length <= 2) return bare
  const few = split(document, fitsRule(rule, numbering(9, 9)))
  if (few.length < 10) return numbered(few)
  const fits = fitsRule(rule, numbering(99, 99))
  const parts = split(document, fits)
  return numbered(parts.length > MOST_PARTS ? endEarly(document, parts, fits) : parts)
}

function split(document: Document, fits: Fits): ThreadPart[] {
  const parts: ThreadPart[] = []
  let from = 0
  while (from < document.text.length && parts.length <= MOST_PARTS) {
    const { end, start } = bestCut(document, from, fits)
    parts.push({ text: document.text.slice(from, end), start: from, end })
    from = start
  }
  return parts
}

function endEarly(document: Document, parts: readonly ThreadPart[], fits: Fits): ThreadPart[] {
  const kept = parts.slice(0, MOST_PARTS - 1)
  const from = parts[MOST_PARTS - 1]?.start ?? 0
  const link = lastLink(document)
  const withLink = (text: string) => (link === null ? text : `${text}\n\n${link}`)
  const text =
    link !== null && !fits(link)
      ? shorten(document, fits, from)
      : withLink(shorten(document, (beginning) => fits(withLink(beginning)), from))
  return [...kept, { text: text.trim(), start: from, end: document.text.length }]
}

/** The last link of a text, which is mostly the one that readers are meant to follow. */
export function lastLink({ text, whole }: Document): string | null {
  const link = whole.findLast(({ start, end }) => text.slice(start, end).includes('://'))
  return link === undefined ? null : text.slice(link.start, link.end)
}

function numbered(parts: readonly ThreadPart[]): ThreadPart[] {
  if (parts.length <= 2) return [...parts]
  return parts.map((part, index) => ({ ...part, text: part.text + numbering(index + 1, parts.length) }))
}

function numbering(number: number, count: number): string {
  return `\n\n${number}/${count}`
}
