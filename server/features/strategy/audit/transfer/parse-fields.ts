import { z } from 'zod'
import { ACCOUNT_PLATFORMS, type AccountColumn } from '#contract/audit-records.ts'
import { Line, Prose } from '#contract/kinds.ts'
import { readPlatform, readState } from './words.ts'
import type { SheetRow } from './sheet.ts'

/** As the contract takes them, so that a file may say no more than a form. */
const Fields = z.object({
  handle: Line(300),
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'account.not-an-address' }).max(500)]).optional(),
  name: Prose(200).optional(),
  notes: Prose(5000).optional(),
})

interface Issue {
  readonly message: string
  readonly path: readonly PropertyKey[]
}

/** What a row says of the account itself; null where something is wrong. Empty cells of state mean: owned. */
export function parseFields(row: SheetRow) {
  const platform = readPlatform(row.cell('platform') ?? '')
  if (platform === null)
    row.blame('platform', 'import.unknown-platform', {
      word: row.cell('platform') ?? '',
      known: ACCOUNT_PLATFORMS.join(', '),
    })
  const said = row.cell('state')
  const state = said === null ? undefined : said === '' ? 'owned' : readState(said)
  if (state === null) row.blame('state', 'import.unknown-state', { word: said ?? '' })
  const read = Fields.safeParse({
    handle: row.cell('handle') ?? '',
    url: row.cell('url') ?? undefined,
    name: row.cell('name') ?? undefined,
    notes: row.cell('notes') ?? undefined,
  })
  if (!read.success)
    for (const { message, path } of read.error.issues as readonly Issue[])
      row.blame(
        (['handle', 'url', 'name', 'notes'] satisfies AccountColumn[]).find((one) => one === path[0]) ?? null,
        /^[a-z-]+\.[a-z-]+$/.test(message) ? message : 'account.not-an-address',
      )
  if (!read.success || platform === null || state === null) return null
  const { handle, url, name, notes } = read.data
  return {
    platform,
    handle,
    ...(url === undefined ? {} : { url }),
    ...(name === undefined ? {} : { name }),
    ...(notes === undefined ? {} : { notes }),
    ...(state === undefined ? {} : { state }),
  }
}
