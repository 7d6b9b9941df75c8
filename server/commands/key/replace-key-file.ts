import { link, open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { loadInstallationKey } from '#server/kernel/secrets/installation-key.ts'

/** The key file of a data folder. */
export const keyFileOf = (dataFolder: string): string => join(dataFolder, 'key')

/** The key in the data folder's file, or null where there is no file; none is made. Throws CannotStart for a wrong file. */
export async function readKeyFile(dataFolder: string): Promise<Buffer | null> {
  if ((await stat(keyFileOf(dataFolder)).catch(() => null)) === null) return null
  return loadInstallationKey({ env: {}, dataFolder })
}

/** Writes a key where none is yet, durably and for its owner alone (mode 0600). */
export async function writeKeyFile(file: string, key: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(`${key.toString('base64')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Puts the key that was written to `next` in the place of the data folder's key, at once; what was there stays as
 * `key.old-<time>`. Returns the name of the old one, or null where there was none.
 */
export async function replaceKeyFile(dataFolder: string, next: string, now: Date): Promise<string | null> {
  const file = keyFileOf(dataFolder)
  const old = `${file}.old-${now.toISOString().slice(0, 19).replaceAll(':', '-')}`
  const kept = await link(file, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
  await rename(next, file)
  await syncFolder(dataFolder)
  return kept ? old : null
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
