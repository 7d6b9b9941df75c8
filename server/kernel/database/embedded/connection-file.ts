import { randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CannotStart } from '../../cannot-start.ts'
import { processIdentity } from '../../process-identity.ts'

const connection = z.object({
  /** Folder of the Unix socket, or an address. */
  host: z.string(),
  port: z.int(),
  user: z.string(),
  password: z.string(),
  database: z.string(),
})

const contents = connection.extend({
  version: z.string(),
  /** The server that keeps this PostgreSQL; null after it closed it. */
  keptBy: processIdentity.nullable(),
})

/** What `pg` needs to connect. */
export type Connection = z.infer<typeof connection>
export type ConnectionFile = z.infer<typeof contents>

const nameOf = (folder: string): string => join(folder, 'database-connection.json')

/** What was written last, or null where there is nothing (readable). Throws `CannotStart` where another account's. */
export async function readConnectionFile(folder: string): Promise<ConnectionFile | null> {
  const text = await readFile(nameOf(folder), 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT') return null
    if (code === 'EACCES')
      throw new CannotStart(
        `${nameOf(folder)} belongs to another account. Run this as the account that runs Tutti, or as root.`,
      )
    throw error
  })
  if (text === null) return null
  try {
    return contents.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Writes the file whole or not at all, mode 0600: it holds the password. */
export async function writeConnectionFile(folder: string, file: ConnectionFile): Promise<void> {
  const draft = `${nameOf(folder)}.${randomUUID()}`
  await writeFile(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  await rename(draft, nameOf(folder))
}

/** The part of the file that `pg` takes. */
export function connectionOf(file: ConnectionFile): Connection {
  return connection.parse(file)
}
