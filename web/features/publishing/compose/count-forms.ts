import { countText, findLinks } from '#contract/text-count.ts'
import type { TextCount } from '#contract/text-count.ts'
import type { Platform } from '../records.ts'
import type { Form } from './composition.ts'

/** Characters of the code in one of our short links. */
const CODE_LENGTH = 7

/** How long a short link of this installation is. */
export function shortLinkLength(origin: string): number {
  return `${origin}/l/`.length + CODE_LENGTH
}

/** The text at the length it will have once its links are tracked. */
export function withTrackedLinks(text: string, linkLength: number): string {
  let result = ''
  let from = 0
  for (const link of findLinks(text)) {
    result += `${text.slice(from, link.start)}https://${'x'.repeat(Math.max(1, linkLength - 8))}`
    from = link.end
  }
  return result + text.slice(from)
}

export interface CountedAs {
  readonly platform: Pick<Platform, 'text' | 'contentWarning'>
  readonly contentWarning: string
  readonly trackLinks: boolean
  readonly linkLength: number
}

/** Counts each part of a form exactly as its platform will. */
export function countForm(
  form: Form,
  { platform, contentWarning, trackLinks, linkLength }: CountedAs,
): readonly TextCount[] {
  return form.parts.map((part, place) => {
    const text = trackLinks ? withTrackedLinks(part.text, linkLength) : part.text
    return countText(
      platform.text,
      text,
      place === 0 && platform.contentWarning && contentWarning !== '' ? contentWarning : null,
    )
  })
}

/** The part that is nearest to or farthest over its limit. */
export function tightest(counts: readonly TextCount[]): TextCount | null {
  return counts.reduce<TextCount | null>(
    (worst, count) =>
      worst === null || count.over > worst.over || (count.over === worst.over && count.used > worst.used)
        ? count
        : worst,
    null,
  )
}

/** Where a text is best divided so that what comes before still fits: after a sentence, else between words. 0: nowhere. */
export function cutToFit(text: string, fits: (text: string) => boolean): number {
  const breaks = [...text.matchAll(/\s+/gu)].map((match) => match.index).filter((at) => at > 0)
  let most = 0
  for (let low = 0, high = breaks.length - 1; low <= high;) {
    const middle = (low + high) >> 1
    const at = breaks[middle] ?? 0
    if (fits(text.slice(0, at))) {
      most = at
      low = middle + 1
    } else high = middle - 1
  }
  const sentence = breaks.findLast(
    (at) => at <= most && at > most / 2 && /[.!?…:]["”’)]?$|\n$/u.test(text.slice(Math.max(0, at - 3), at)),
  )
  return sentence ?? most
}
