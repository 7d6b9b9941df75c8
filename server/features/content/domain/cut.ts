import type { Stretch } from '#contract/text-count.ts'
import { STRENGTH, type Break, type Document } from './document.ts'
import { lastHolding, type Fits } from './fit.ts'

/** Where a part of a text ends and where the next one starts. */
export interface Cut {
  readonly end: number
  readonly start: number
}

/**
 * The best place to cut a text that goes on at `from`; its end where the rest fits. Else it is the strongest break in the
 * later half of what fits, or one not too near to the beginning, or the last clause or word. A word that does not fit is cut
 * between two characters as readers see them. A link is never cut: one that does not fit stands alone, for a person to see.
 */
export function bestCut(document: Document, from: number, fits: Fits): Cut {
  const { text, breaks } = document
  const reached = breaksThatFit(document, from, fits)
  const last = reached.at(-1)
  const isNearEnd = (last ?? breaks.at(-1)) === breaks.at(-1) || (breaks.at(-1)?.end ?? 0) <= from
  if (isNearEnd && fits(text.slice(from))) return { end: text.length, start: text.length }
  if (last === undefined) return forcedCut(document, from, fits)
  const beyond = (share: number) => reached.filter((one) => one.end - from >= (last.end - from) * share)
  const half = beyond(0.5)
  return (
    strongest(half, STRENGTH.sentence) ??
    strongest(beyond(0.2), STRENGTH.sentence) ??
    strongest(half, STRENGTH.clause) ??
    reached.findLast((one) => one.strength >= STRENGTH.word) ??
    last
  )
}

/** The breaks after `from` before which everything fits. */
export function breaksThatFit({ text, breaks }: Document, from: number, fits: Fits): readonly Break[] {
  const first = firstAfter(breaks, from)
  const reached = lastHolding(breaks.length - first, (step) => fits(text.slice(from, breaks[first + step]?.end)))
  return breaks.slice(first, first + reached + 1)
}

function firstAfter(breaks: readonly Break[], from: number): number {
  let low = 0
  let high = breaks.length
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((breaks[middle]?.end ?? 0) > from) high = middle
    else low = middle + 1
  }
  return low
}

/** The strongest of at least this strength; of equals, the last. */
function strongest(breaks: readonly Break[], least: number): Break | null {
  let best: Break | null = null
  for (const one of breaks) {
    if (one.strength >= least && one.strength >= (best?.strength ?? 0)) best = one
  }
  return best
}

/** The cut inside a word that does not fit. */
export function forcedCut(document: Document, from: number, fits: Fits): Cut {
  const { text, breaks, whole } = document
  const next = breaks[firstAfter(breaks, from)]
  const end = next?.end ?? text.length
  const places = graphemeEnds(text.slice(from, end), (length) => fits(text.slice(from, from + length))).filter(
    (place) => !isInside(whole, from + place),
  )
  const place = places.at(-1)
  if (place !== undefined)
    return from + place === end && next !== undefined ? next : { end: from + place, start: from + place }
  return wholeCut(document, from, { end, next, fits })
}

/** What stands at `from` is a link, hashtag or mention that does not fit, or one character of many marks. */
function wholeCut(
  { text, whole }: Document,
  from: number,
  { end, next, fits }: { end: number; next: Break | undefined; fits: Fits },
): Cut {
  const stretch = whole.find((one) => one.start <= from && from < one.end)
  const isLink = stretch !== undefined && text.slice(stretch.start, stretch.end).includes('://')
  if (isLink) return stretch.end === end && next !== undefined ? next : { end: stretch.end, start: stretch.end }
  const ends =
    stretch === undefined ? codePointEnds(text.slice(from, end)) : graphemeEnds(text.slice(from, end), () => true)
  const place =
    from +
    (ends[
      Math.max(
        0,
        lastHolding(ends.length, (step) => fits(text.slice(from, from + (ends[step] ?? 0)))),
      )
    ] ?? 1)
  return { end: place, start: place }
}

function isInside(whole: readonly Stretch[], place: number): boolean {
  return whole.some((one) => one.start < place && place < one.end)
}

/** Lengths of the beginnings of a text that end between two characters as readers see them, as long as `holds`. */
function graphemeEnds(text: string, holds: (length: number) => boolean): number[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
  const ends: number[] = []
  for (const { index, segment } of segmenter.segment(text)) {
    ends.push(index + segment.length)
    // Asked now and then only, since each question counts the whole text again.
    if ((ends.length & (ends.length - 1)) === 0 && !holds(index + segment.length)) break
  }
  return ends.slice(0, lastHolding(ends.length, (step) => holds(ends[step] ?? 0)) + 1)
}

function codePointEnds(text: string): number[] {
  const ends: number[] = []
  let end = 0
  for (const character of text) ends.push((end += character.length))
  return ends
}
