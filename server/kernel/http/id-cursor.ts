import { z } from 'zod'
import { Refusal } from '#contract/refusal.ts'
import { readCursor, type PageRequest } from './page.ts'

const Cursor = z.tuple([z.uuid()])

/** The id after which a page in the order of ids begins; null for the first page. Refuses a cursor of any other list. */
export function readIdCursor(request: PageRequest): string | null {
  const parts = readCursor(request.cursor)
  if (parts === null) return null
  const read = Cursor.safeParse(parts)
  if (!read.success) throw new Refusal('request.invalid', {}, [{ path: 'cursor', code: 'request.not-a-cursor' }])
  return read.data[0]
}
