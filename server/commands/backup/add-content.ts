import { createHash } from 'node:crypto'
import type pg from 'pg'
import { readVersion } from '#server/kernel/version.ts'
import { assertAllRowsVisible } from '../archive/all-rows-visible.ts'
import { copyOut } from '../archive/copy-table.ts'
import {
  FORMAT_VERSION,
  fullName,
  HEAD,
  KEY,
  MANIFEST,
  partName,
  type ArchivedFile,
  type ArchivedTable,
  type Head,
  type Manifest,
} from '../archive/format.ts'
import { listSequences, listTables, quoted, type Table } from '../archive/list-tables.ts'
import type { ArchiveWriter } from '../archive/write-archive.ts'
import { count, progress } from '../amounts.ts'
import { asOwner } from '../as-owner.ts'
import { addFiles } from './add-files.ts'
import { describeInstallation, readReferencedFiles } from './describe-installation.ts'
import type { BackupSource } from './write-backup.ts'

export interface BackupContent {
  readonly head: Head
  readonly tables: readonly ArchivedTable[]
  readonly files: readonly ArchivedFile[]
  /** Files that records name and that are not there, or are there with other content. */
  readonly damaged: readonly string[]
}

interface Rows {
  readonly head: Head
  readonly headSha256: string
  readonly tables: ArchivedTable[]
  readonly sequences: Manifest['sequences']
  readonly referenced: ReadonlySet<string>
}

/** Puts everything into the archive, and what it must hold to be whole at its end. */
export async function addContent(source: BackupSource, archive: ArchiveWriter): Promise<BackupContent> {
  // Read only, and all of it sees the moment of the first statement.
  const rows = await asOwner(
    source.connection,
    (client) => addRows(client, source, archive),
    'isolation level repeatable read, read only',
  )
  const key = source.withKey ? Buffer.from(`${source.installationKey.toString('base64')}\n`) : null
  if (key !== null) await archive.add(KEY, key)
  await archive.stopCompressing()
  const { files, damaged } = await addFiles(source, archive, rows.referenced)
  const manifest: Manifest = {
    headSha256: rows.headSha256,
    keySha256: key === null ? null : sha256(key),
    tables: rows.tables,
    sequences: rows.sequences,
    files: [...files],
  }
  await archive.add(MANIFEST, Buffer.from(JSON.stringify(manifest)))
  await archive.finish()
  return { head: rows.head, tables: rows.tables, files, damaged }
}

async function addRows(client: pg.Client, source: BackupSource, archive: ArchiveWriter): Promise<Rows> {
  const described = await describeInstallation(client)
  await assertAllRowsVisible(client)
  const shapes = await listTables(client)
  // Until the end nobody changes the tables' shape; rows may come and go.
  await client.query(`lock table ${shapes.map(quoted).join(', ')} in access share mode`)
  const head: Head = {
    format: 'tutti-backup',
    formatVersion: FORMAT_VERSION,
    tutti: readVersion(),
    ...described,
    withKey: source.withKey,
  }
  const encoded = Buffer.from(`${JSON.stringify(head, null, 2)}\n`)
  await archive.add(HEAD, encoded)
  source.say(`Copying ${count(shapes.length, 'table')} ...`)
  const tell = progress(source.say)
  const tables: ArchivedTable[] = []
  for (const shape of shapes) tables.push(await addTable({ client, archive, shape, tell }))
  return {
    head,
    headSha256: sha256(encoded),
    tables,
    sequences: await listSequences(client),
    referenced: await readReferencedFiles(client),
  }
}

interface TableToAdd {
  readonly client: pg.Client
  readonly archive: ArchiveWriter
  readonly shape: Table
  readonly tell: (line: () => string) => void
}

async function addTable({ client, archive, shape, tell }: TableToAdd): Promise<ArchivedTable> {
  const hash = createHash('sha256')
  const copied = copyOut(client, shape)
  let parts = 0
  for (;;) {
    const next = await copied.next()
    if (next.done === true) {
      return {
        schema: shape.schema,
        name: shape.name,
        columns: [...shape.columns],
        rows: next.value,
        parts,
        sha256: hash.digest('hex'),
      }
    }
    parts++
    hash.update(next.value)
    await archive.add(partName(fullName(shape), parts), next.value)
    tell(() => `${shape.name}, part ${parts}`)
  }
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
