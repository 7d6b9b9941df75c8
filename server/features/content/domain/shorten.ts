import { breaksThatFit, forcedCut } from './cut.ts'
import { documentOf, STRENGTH, type Document } from './document.ts'
import type { Fits } from './fit.ts'
import { textPassage } from './passage.ts'

/** As much of a text as fits, from `from` on, ending in `…` where something was left out. Empty where nothing fits. */
export function shorten(document: Document, fits: Fits, from = 0): string {
  const { text } = document
  const rest = text.slice(from)
  if (fits(rest)) return rest
  const fitsOpen: Fits = (beginning) => fits(opened(beginning))
  const last = breaksThatFit(document, from, fitsOpen).findLast((one) => one.strength >= STRENGTH.word)
  const end = last?.end ?? forcedCut(document, from, fitsOpen).end
  const beginning = opened(text.slice(from, end))
  return fits(beginning) && beginning !== '…' ? beginning : ''
}

/** As much of one line as fits. */
export function shortenLine(line: string, language: string, fits: Fits): string {
  return shorten(documentOf([textPassage(line)], language), fits)
}

function opened(beginning: string): string {
  return `${beginning.replace(/(?:[\s.,;:…—–]|\s-)+$/u, '')}…`
}
