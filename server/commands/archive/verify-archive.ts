import { createHash, type Hash } from 'node:crypto'
import type { z } from 'zod'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { parseInstallationKey } from '#server/kernel/secrets/installation-key.ts'
import { bytesInWords, progress } from '../amounts.ts'
import { fileName, FORMAT_VERSION, fullName, Head, Manifest, type EntryName } from './format.ts'
import { notOurs, readArchive, readWhole, type ArchiveEntry } from './read-archive.ts'

const MOST_HEAD_BYTES = 16_000_000
const MOST_MANIFEST_BYTES = 1_000_000_000

export interface Verified {
  readonly file: string
  readonly head: Head
  readonly manifest: Manifest
  /** The installation key, where the archive holds it. */
  readonly key: Buffer | null
}

interface Seen {
  head: Buffer | null
  manifest: Buffer | null
  key: Buffer | null
  readonly tables: Map<string, { hash: Hash; parts: number }>
  readonly files: Map<string, { sha256: string; bytes: number }>
  bytes: number
}

/**
 * Reads an archive from beginning to end and compares everything in it with its list of contents. Changes nothing. Throws
 * CannotStart where a single byte differs, something is missing or too much, or the archive is of a later version.
 */
export async function verifyArchive(file: string, say: (line: string) => void, signal: AbortSignal): Promise<Verified> {
  const seen: Seen = { head: null, manifest: null, key: null, tables: new Map(), files: new Map(), bytes: 0 }
  const tell = progress(say)
  for await (const entry of readArchive(file, signal)) {
    await look(file, entry, seen)
    tell(() => `${bytesInWords(seen.bytes)} checked`)
  }
  if (seen.head === null) throw notOurs(file)
  if (seen.manifest === null) throw damaged(file, 'its list of contents is missing')
  const head = parse(Head, seen.head, file)
  const manifest = parse(Manifest, seen.manifest, file)
  compare(file, manifest, seen)
  return { file, head, manifest, key: seen.key === null ? null : parseInstallationKey(seen.key.toString('utf8')) }
}

async function look(file: string, entry: ArchiveEntry, seen: Seen): Promise<void> {
  const { name } = entry
  // The head comes first and the manifest last, so neither can be hidden behind another.
  if ((seen.head === null) !== (name.kind === 'head')) throw notOurs(file)
  if (seen.manifest !== null) throw damaged(file, 'something follows its end')
  if (name.kind === 'head') {
    seen.head = await readWhole(file, entry, MOST_HEAD_BYTES)
    refuseLater(file, seen.head)
  } else if (name.kind === 'manifest') seen.manifest = await readWhole(file, entry, MOST_MANIFEST_BYTES)
  else if (name.kind === 'key') seen.key = await readWhole(file, entry, 1000)
  else await hashEntry(file, entry, name, seen)
}

async function hashEntry(file: string, entry: ArchiveEntry, name: EntryName, seen: Seen): Promise<void> {
  if (name.kind === 'table') {
    const table = seen.tables.get(name.table) ?? { hash: createHash('sha256'), parts: 0 }
    if (name.part !== table.parts + 1) throw damaged(file, `parts of ${name.table} are missing or mixed up`)
    table.parts++
    seen.tables.set(name.table, table)
    seen.bytes += await hashInto(table.hash, entry)
  } else if (name.kind === 'file') {
    const key = fileName(name.organisation, name.name)
    if (seen.files.has(key)) throw damaged(file, `${key} is in it twice`)
    const hash = createHash('sha256')
    const bytes = await hashInto(hash, entry)
    seen.files.set(key, { sha256: hash.digest('hex'), bytes })
    seen.bytes += bytes
  }
}

async function hashInto(hash: Hash, entry: ArchiveEntry): Promise<number> {
  let bytes = 0
  for await (const piece of entry.content) {
    hash.update(piece)
    bytes += piece.length
  }
  return bytes
}

function compare(file: string, manifest: Manifest, seen: Seen): void {
  if (sha256(seen.head) !== manifest.headSha256) throw damaged(file, 'its beginning was changed')
  if (sha256(seen.key) !== manifest.keySha256) throw damaged(file, 'its key was changed')
  for (const table of manifest.tables) {
    const found = seen.tables.get(fullName(table))
    if (found?.parts !== table.parts || found.hash.digest('hex') !== table.sha256)
      throw damaged(file, `the rows of ${fullName(table)} do not match their checksum`)
  }
  for (const listed of manifest.files) {
    const name = fileName(listed.organisation, listed.name)
    const found = seen.files.get(name)
    if (found?.sha256 !== listed.sha256 || found.bytes !== listed.bytes)
      throw damaged(file, `${name} does not match its checksum`)
  }
  if (seen.tables.size !== manifest.tables.length || seen.files.size !== manifest.files.length)
    throw damaged(file, 'it holds something that its list of contents does not name')
}

function refuseLater(file: string, head: Buffer): void {
  const { formatVersion, tutti } = parse(Head.pick({ format: true, formatVersion: true, tutti: true }), head, file)
  if (formatVersion <= FORMAT_VERSION) return
  throw new CannotStart(`${file} was made by a newer Tutti (${tutti}). Install that version, then restore it.`)
}

function parse<Schema extends z.ZodType>(schema: Schema, content: Buffer, file: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(content.toString('utf8')))
  } catch {
    throw damaged(file, 'what it says about itself cannot be read')
  }
}

/** For an archive whose content is not what it should be. */
export function damaged(file: string, how: string): CannotStart {
  return new CannotStart(`${file} is damaged: ${how}. Nothing was changed. Use another copy of it.`)
}

function sha256(content: Buffer | null): string | null {
  return content === null ? null : createHash('sha256').update(content).digest('hex')
}
