import { findHashtags, findLinks, findMentions, type Stretch } from '#contract/text-count.ts'
import type { Passage, PictureMark } from './passage.ts'
import { sentenceStarts } from './sentences.ts'

/** How good a place is for a cut. `glued`: only where there is no other, as between a heading and what it announces. */
export const STRENGTH = { glued: 0, word: 1, clause: 2, sentence: 3, line: 4, paragraph: 5, section: 6 } as const

/** A place where a text may be cut: what is before ends at `end`, what is after starts at `start`. */
export interface Break {
  readonly end: number
  readonly start: number
  readonly strength: number
}

/** A plain text with what is known of its inside. Positions are UTF-16 units. */
export interface Document {
  readonly text: string
  readonly language: string
  /** In order of their place. */
  readonly breaks: readonly Break[]
  /** Links, hashtags and mentions: never cut inside. */
  readonly whole: readonly Stretch[]
  readonly pictures: readonly PictureMark[]
  readonly passages: readonly Passage[]
}

/** Puts passages together, with a blank line between them. */
export function documentOf(passages: readonly Passage[], language: string): Document {
  let text = ''
  const breaks: Break[] = []
  const pictures: PictureMark[] = []
  let last: Passage | null = null
  for (const passage of passages) {
    if (last !== null && passage.text !== '') {
      breaks.push({ end: text.length, start: text.length + 2, strength: strengthBetween(last, passage) })
      text += '\n\n'
    }
    const before = text.length
    pictures.push(...passage.pictures.map(({ address, at }) => ({ address, at: at + before })))
    breaks.push(
      ...breaksInside(passage, language).map(({ end, start, strength }) => ({
        end: end + before,
        start: start + before,
        strength,
      })),
    )
    text += passage.text
    if (passage.text !== '') last = passage
  }
  const whole = [...findLinks(text), ...findHashtags(text), ...findMentions(text)].sort(
    (left, right) => left.start - right.start,
  )
  return { text, language, breaks, whole, pictures, passages }
}

function strengthBetween(earlier: Passage, later: Passage): number {
  if (later.opensSection) return STRENGTH.section
  if (earlier.kind === 'heading') return STRENGTH.glued
  return later.kind === 'heading' ? STRENGTH.section : STRENGTH.paragraph
}

function breaksInside({ kind, text }: Passage, language: string): Break[] {
  const sentences = new Set(kind === 'code' || kind === 'heading' ? [] : sentenceStarts(text, language))
  const breaks: Break[] = []
  // Without the spaces that hold words together, such as the one in "10 000".
  for (const { 0: space, index } of text.matchAll(/[ \t\n\u3000]+|(?<=[。！？])(?!$)/gu)) {
    const start = index + space.length
    const strength = strengthAt({ kind, space, isSentence: sentences.has(start), before: justBefore(text, index) })
    breaks.push({ end: index, start, strength })
  }
  return breaks
}

interface Place {
  readonly kind: Passage['kind']
  readonly space: string
  readonly isSentence: boolean
  readonly before: string
}

function strengthAt({ kind, space, isSentence, before }: Place): number {
  if (kind === 'heading') return STRENGTH.glued
  if (space.includes('\n')) return STRENGTH.line
  if (isSentence) return STRENGTH.sentence
  // The mark or number of a list item stays with its words.
  if (kind === 'lines' && /(?:^|\n) *(?:[•☐☑]|\d{1,3}\.)$/u.test(before)) return STRENGTH.glued
  return /[,;:—–]$/u.test(before) && kind !== 'code' ? STRENGTH.clause : STRENGTH.word
}

/** The few characters before a place; begins with `…` where there are more. */
function justBefore(text: string, place: number): string {
  return place > 16 ? `…${text.slice(place - 16, place)}` : text.slice(0, place)
}
