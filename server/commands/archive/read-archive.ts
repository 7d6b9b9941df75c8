import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract as createExtract } from 'tar-stream'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { readEntryName, type EntryName } from './format.ts'

export interface ArchiveEntry {
  readonly name: EntryName
  readonly bytes: number
  /** Must be read to its end before the next entry is asked for. */
  readonly content: AsyncIterable<Buffer>
}

/**
 * The entries of an archive, one after the other. Throws CannotStart where the file cannot be read, is cut short, or is no
 * archive of ours.
 */
export async function* readArchive(file: string, signal: AbortSignal): AsyncGenerator<ArchiveEntry> {
  const extract = createExtract()
  const source = createReadStream(file, { highWaterMark: 1024 * 1024, signal })
  const read = pipeline(source, createGunzip({ chunkSize: 256 * 1024 }), extract)
  // Awaited below; a failure must not count as unhandled until then.
  read.catch(() => undefined)
  const failed = async (error: unknown): Promise<unknown> => {
    source.destroy()
    return explain(file, await causeOf(error, read))
  }
  try {
    for await (const entry of extract) {
      const name = entry.header.type === 'file' ? readEntryName(entry.header.name) : null
      if (name === null) throw notOurs(file)
      yield { name, bytes: entry.header.size, content: bytesOf(entry, failed) }
    }
    await read
  } catch (error) {
    throw await failed(error)
  } finally {
    source.destroy()
    extract.destroy()
  }
}

async function* bytesOf(
  entry: AsyncIterable<unknown>,
  failed: (error: unknown) => Promise<unknown>,
): AsyncGenerator<Buffer> {
  try {
    for await (const piece of entry) if (piece instanceof Buffer) yield piece
  } catch (error) {
    throw await failed(error)
  }
}

/** A failure of the file or of the compression says more than the entry that it left half read. */
async function causeOf(error: unknown, read: Promise<void>): Promise<unknown> {
  if (error instanceof CannotStart) return error
  try {
    await read
    return error
  } catch (cause) {
    const brokenOff = cause instanceof Error && 'code' in cause && cause.code === 'ERR_STREAM_PREMATURE_CLOSE'
    return brokenOff ? error : cause
  }
}

/** The whole of a small entry. Throws CannotStart where it is larger than ours ever are. */
export async function readWhole(file: string, entry: ArchiveEntry, most: number): Promise<Buffer> {
  if (entry.bytes > most) throw notOurs(file)
  const pieces: Buffer[] = []
  for await (const piece of entry.content) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** For a file that is no back-up of Tutti. */
export function notOurs(file: string): CannotStart {
  return new CannotStart(`${file} is not a back-up made by Tutti. Nothing was changed.`)
}

function explain(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof CannotStart) return error
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return new CannotStart(`There is no file ${file}.`)
  if (['EACCES', 'EISDIR', 'EIO'].includes(code)) return new CannotStart(`${file} cannot be read (${code}).`)
  if (code === 'Z_BUF_ERROR' || /unexpected end of (file|data)/i.test(error.message)) {
    return new CannotStart(`${file} is cut short: its end is missing. Nothing was changed. Use another copy of it.`)
  }
  if (code === 'Z_DATA_ERROR' && /incorrect header check/.test(error.message)) return notOurs(file)
  if (code.startsWith('Z_') || /invalid (tar )?header/i.test(error.message)) {
    return new CannotStart(`${file} is damaged (${error.message}). Nothing was changed. Use another copy of it.`)
  }
  return error
}
