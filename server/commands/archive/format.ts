import { z } from 'zod'

/** Raised when an archive of today could no longer be read by the code of yesterday. */
export const FORMAT_VERSION = 1

/** First in the archive: what it is, and everything that can keep it from being restored here. */
export const HEAD = 'tutti-backup.json'
/** Last in the archive: what must have come before it. An archive without it is incomplete. */
export const MANIFEST = 'manifest.json'
/** The installation key, only where it was asked for. */
export const KEY = 'key'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Uuid = z.uuid()

export const Head = z.object({
  format: z.literal('tutti-backup'),
  formatVersion: z.int().positive(),
  tutti: z.string(),
  /** When the snapshot was taken: everything committed before is in it, nothing after. */
  createdAt: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string().regex(/^\d{4}_\w+\.sql$/), hash: Sha256 })),
  /** Data keys are sealed by the installation key: they tell whether a key is the right one, and nothing else. */
  organisations: z.array(z.object({ id: Uuid, name: z.string(), dataKey: z.string() })),
  withKey: z.boolean(),
})
export type Head = z.infer<typeof Head>

export const ArchivedTable = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.int().nonnegative(),
  parts: z.int().positive(),
  /** Of the parts joined: one COPY in PostgreSQL's binary format. */
  sha256: Sha256,
})
export type ArchivedTable = z.infer<typeof ArchivedTable>

export const ArchivedFile = z.object({ organisation: Uuid, name: Sha256, bytes: z.int().nonnegative(), sha256: Sha256 })
export type ArchivedFile = z.infer<typeof ArchivedFile>

export const Manifest = z.object({
  headSha256: Sha256,
  keySha256: Sha256.nullable(),
  /** In the order in which they are loaded: a table comes after those it refers to. */
  tables: z.array(ArchivedTable),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), last: z.string().regex(/^-?\d+$/) })),
  files: z.array(ArchivedFile),
})
export type Manifest = z.infer<typeof Manifest>

/** Full name of a table, as PostgreSQL's catalogue has it. */
export const fullName = (table: { readonly schema: string; readonly name: string }): string =>
  `${table.schema}.${table.name}`

export const partName = (table: string, part: number): string => `tables/${table}.${String(part).padStart(5, '0')}.copy`

export const fileName = (organisation: string, name: string): string => `files/${organisation}/${name}`

export type EntryName =
  | { readonly kind: 'head' | 'manifest' | 'key' }
  | { readonly kind: 'table'; readonly table: string; readonly part: number }
  | { readonly kind: 'file'; readonly organisation: string; readonly name: string }

const PART = /^tables\/([A-Za-z_]\w*\.[A-Za-z_]\w*)\.(\d{5,9})\.copy$/
const FILE = /^files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([0-9a-f]{64})$/

/** What a name in an archive stands for, or null: nothing else has a place in one. */
export function readEntryName(name: string): EntryName | null {
  if (name === HEAD) return { kind: 'head' }
  if (name === MANIFEST) return { kind: 'manifest' }
  if (name === KEY) return { kind: 'key' }
  const [, table, part] = PART.exec(name) ?? []
  if (table !== undefined) return { kind: 'table', table, part: Number(part) }
  const [, organisation, file] = FILE.exec(name) ?? []
  return organisation === undefined || file === undefined ? null : { kind: 'file', organisation, name: file }
}
