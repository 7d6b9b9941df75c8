import { z } from 'zod'
import type { RenditionWish } from '#server/kernel/files/rendition.ts'

/** Few widths, so that caches are hit and nobody can ask for a thousand renditions of one picture. */
export const WIDTHS = [480, 960, 1440, 1920] as const

const Width = z.coerce.number().int().positive().max(20_000)

/** The offered widths that a picture of this width fills, and the next one for the picture in its full width. */
export function widthsFor(pictureWidth: number): number[] {
  return WIDTHS.filter((_, index) => index === 0 || (WIDTHS[index - 1] ?? 0) < pictureWidth)
}

/** The number of a picture in its article, from 1, and its format: `2`, `2.webp` or `2.jpg`. Null for anything else. */
export function readPictureName(name: string): { readonly number: number; readonly format: 'webp' | 'jpeg' } | null {
  const found = /^([1-9]\d?)(?:\.(webp|jpg))?$/.exec(name)
  return found === null ? null : { number: Number(found[1]), format: found[2] === 'jpg' ? 'jpeg' : 'webp' }
}

/** The rendition that is made for an asked width in pixels: the next larger one offered, the largest where none is named. */
export function wishFor(asked: string | undefined, format: 'webp' | 'jpeg'): RenditionWish {
  const wished = Width.safeParse(asked)
  const largest = WIDTHS[WIDTHS.length - 1] ?? 1920
  return { format, width: (wished.success ? WIDTHS.find((width) => width >= wished.data) : undefined) ?? largest }
}
