import type { z } from 'zod'
import { Refusal } from '#contract/refusal.ts'

export interface PageRequest {
  readonly cursor?: string | undefined
  readonly limit: number
}

/** The key after which the next page begins: opaque to callers. Two parts where the order is not by id alone. */
export function readCursor(cursor: string | undefined): readonly string[] | null {
  if (cursor === undefined) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(parts) && parts.every((part) => typeof part === 'string')) return parts
  } catch {
    // Falls through to the refusal: an unreadable cursor is the caller's mistake.
  }
  throw new Refusal('request.invalid', {}, [{ path: 'cursor', code: 'request.not-a-cursor' }])
}

/** Reads a cursor of the form its list gives out; another list's is refused. */
export function readCursorAs<T>(cursor: string | undefined, shape: z.ZodType<T>): T | null {
  const parts = readCursor(cursor)
  if (parts === null) return null
  const read = shape.safeParse(parts)
  if (!read.success) throw new Refusal('request.invalid', {}, [{ path: 'cursor', code: 'request.not-a-cursor' }])
  return read.data
}

/**
 * Cuts a page from rows fetched with `limit + 1`: the extra row tells that there is more.
 * `key` names the place of a row in the order of the list.
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  request: PageRequest,
  key: (row: Row) => readonly string[],
  show: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, request.limit)
  const last = shown.at(-1)
  const more = rows.length > request.limit && last !== undefined
  return {
    items: shown.map(show),
    nextCursor: more ? Buffer.from(JSON.stringify(key(last))).toString('base64url') : null,
  }
}
