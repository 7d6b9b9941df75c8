import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { quoted, quotedColumns, type Table } from './list-tables.ts'

const PART_BYTES = 4 * 1024 * 1024

/** Rows of a table in PostgreSQL's binary format, in parts of some megabytes. Returns the number of rows. */
export async function* copyOut(client: pg.Client, table: Table): AsyncGenerator<Buffer, number> {
  const stream = client.query(
    copyTo(`copy (select ${quotedColumns(table)} from ${quoted(table)}) to stdout (format binary)`),
  )
  let pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    pieces.push(piece)
    bytes += piece.length
    if (bytes < PART_BYTES) continue
    yield Buffer.concat(pieces)
    pieces = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(pieces)
  return stream.rowCount
}

export interface CopyIn {
  readonly write: (piece: Buffer) => Promise<void>
  /** Returns the number of rows. */
  readonly finish: () => Promise<number>
}

/** Takes rows into a table, in the format that copyOut gives them. Throws PostgreSQL's own error where it refuses them. */
export function copyIn(client: pg.Client, table: Table): CopyIn {
  const stream = client.query(copyFrom(`copy ${quoted(table)} (${quotedColumns(table)}) from stdin (format binary)`))
  const done = finished(stream)
  // Awaited in write and finish; a failure between two writes must not count as unhandled.
  done.catch(() => undefined)
  return {
    write: async (piece) => {
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), done])
    },
    finish: async () => {
      stream.end()
      await done
      return stream.rowCount
    },
  }
}
