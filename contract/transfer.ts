import { z } from 'zod'
import { Id } from './kinds.ts'
import { route } from './route.ts'

/** The lists that can be carried in and out, in the order in which they build on each other. */
export const LISTS = ['units', 'positions', 'people'] as const
export type ListKind = (typeof LISTS)[number]

/** The columns of each list by their English names; files may also have the Turkish ones. */
export const COLUMNS = {
  units: ['name', 'kind', 'parent', 'description', 'centre', 'locale', 'timeZone', 'country'],
  positions: ['title', 'unit', 'email', 'duty', 'description', 'functionalSuperior', 'administrativeSuperior'],
  people: ['name', 'email', 'role', 'unit', 'position', 'languages'],
} as const satisfies Record<ListKind, readonly string[]>
export type Column = (typeof COLUMNS)[ListKind][number]

export const MOST_ROWS = 5000

const tag = 'Organisation'
const may = 'people.change'
const List = z.enum(LISTS)
const File = z.object({ list: List, text: z.string().max(4_000_000, { error: 'text.too-long' }) })

export const RowProblem = z.object({
  /** As a spreadsheet counts: the row of headings is the first. */
  row: z.number().int(),
  /** The heading as the file has it; null where the whole row or file is meant. */
  column: z.string().nullable(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export const Tried = z.object({
  rows: z.number().int(),
  problems: z.array(RowProblem),
  /** What would happen, or has happened. */
  created: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  invited: z.number().int(),
})

export const transfer = {
  export: route({
    method: 'GET',
    path: '/transfer',
    may,
    summary: 'Units, positions or people as a CSV file that spreadsheets open',
    tag,
  })
    .input(z.object({ list: List }))
    .output(z.object({ name: z.string(), text: z.string() })),
  check: route({
    method: 'POST',
    path: '/transfer/trial',
    may,
    summary: 'Try a CSV file: everything that is wrong with it, by row and column; changes nothing',
    tag,
  })
    .input(File)
    .output(Tried),
  import: route({
    method: 'POST',
    path: '/transfer',
    may,
    summary: 'Bring in a CSV file, all of it or nothing; bringing the same in again changes nothing',
    tag,
  })
    .input(File.extend({ importId: Id.optional() }))
    .output(
      Tried.extend({
        invitations: z.array(z.object({ name: z.string(), email: z.string(), link: z.string() })),
      }),
    ),
  progress: route({
    method: 'GET',
    path: '/transfer/{id}',
    may,
    summary: 'How far an import is',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(
      z.object({
        id: Id,
        list: List,
        state: z.enum(['working', 'done', 'failed']),
        total: z.number().int(),
        done: z.number().int(),
      }),
    ),
}
