import type { PictureMark } from './passage.ts'

/** Where a part of a thread stands in the whole text. */
export interface Range {
  readonly start: number
  readonly end: number
}

interface Gallery {
  /** The pictures of the piece, in order. */
  readonly mediaIds: readonly string[]
  /** The pictures that the text names. */
  readonly marks: readonly PictureMark[]
  /** Most pictures of one post. */
  readonly most: number
}

/**
 * Shares the pictures out among the parts: one that the text names goes with the words around it, the others with the first
 * part. Where a part is full, the next that has room takes over, else the last before; what finds no room is left out.
 */
export function placePictures(ranges: readonly Range[], { mediaIds, marks, most }: Gallery): string[][] {
  const places: string[][] = ranges.map(() => [])
  const named = mediaIds.map((id) => ({
    id,
    at: marks.find((mark) => mark.address.split(/[/?#:]/).includes(id))?.at ?? null,
  }))
  const inText = named
    .filter((one): one is { id: string; at: number } => one.at !== null)
    .sort((left, right) => left.at - right.at)
  const others = named.filter((one) => one.at === null).map((one) => ({ id: one.id, at: 0 }))
  for (const { id, at } of [...inText, ...others]) {
    const wished = Math.max(
      0,
      ranges.findLastIndex((range) => range.start <= at),
    )
    const order = [...places.slice(wished), ...places.slice(0, wished).reverse()]
    order.find((place) => place.length < most)?.push(id)
  }
  return places
}
