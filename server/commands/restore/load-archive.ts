import { createHash, type Hash } from 'node:crypto'
import type pg from 'pg'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { createFileStore } from '#server/kernel/files/store.ts'
import { bytesInWords, count, progress } from '../amounts.ts'
import { copyIn, type CopyIn } from '../archive/copy-table.ts'
import { fullName, type ArchivedTable } from '../archive/format.ts'
import { readArchive, type ArchiveEntry } from '../archive/read-archive.ts'
import { damaged, type Verified } from '../archive/verify-archive.ts'

export interface LoadOptions {
  /** Folder of the stored files. */
  readonly files: string
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

interface OpenTable {
  readonly table: ArchivedTable
  readonly copy: CopyIn
  readonly hash: Hash
}

/**
 * Puts rows and files of a verified archive in place, in the caller's transaction. Checks the rows once more on the way, since
 * the file may have been exchanged in between; then it throws CannotStart.
 */
export async function loadArchive(
  client: pg.Client,
  archive: Verified,
  { files, say, signal }: LoadOptions,
): Promise<void> {
  const { file, manifest } = archive
  const tables = new Map(manifest.tables.map((table) => [fullName(table), table]))
  const store = createFileStore(files)
  const tell = progress(say)
  let open: OpenTable | null = null
  let bytes = 0
  for await (const entry of readArchive(file, signal)) {
    const { name } = entry
    const table = name.kind === 'table' ? tables.get(name.table) : undefined
    if (open !== null && open.table !== table) {
      await closeTable(file, open)
      open = null
    }
    if (table !== undefined) {
      open ??= { table, copy: copyIn(client, table), hash: createHash('sha256') }
      await loadPart(open, entry)
    } else if (name.kind === 'file') {
      await store.put(name.organisation, entry.content, { mostBytes: entry.bytes })
    } else {
      for await (const _ of entry.content);
    }
    bytes += entry.bytes
    tell(() => `${bytesInWords(bytes)} loaded${table === undefined ? '' : `, at ${table.name}`}`)
  }
  if (open !== null) await closeTable(file, open)
}

async function loadPart({ copy, hash }: OpenTable, entry: ArchiveEntry): Promise<void> {
  for await (const piece of entry.content) {
    hash.update(piece)
    await copy.write(piece)
  }
}

async function closeTable(file: string, { table, copy, hash }: OpenTable): Promise<void> {
  const rows = await copy.finish()
  if (hash.digest('hex') !== table.sha256)
    throw damaged(file, `the rows of ${fullName(table)} have changed since they were checked`)
  if (rows === table.rows) return
  throw new CannotStart(
    `${fullName(table)} should have ${count(table.rows, 'row')} and got ${count(rows, 'row')}. Nothing was changed.`,
  )
}
