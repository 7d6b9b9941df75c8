import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { KEY_BYTES } from './seal.ts'

/** The key in a text of base64 (or base64url), or null where it does not hold exactly 32 bytes. */
export function parseInstallationKey(text: string): Buffer | null {
  const trimmed = text.trim()
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) return null
  const key = Buffer.from(trimmed, 'base64')
  return key.length === KEY_BYTES ? key : null
}

/** A fresh installation key as TUTTI_KEY and the key file hold it: 32 bytes in base64. */
export function newInstallationKey(): string {
  return randomBytes(KEY_BYTES).toString('base64')
}

export interface InstallationKeyPlace {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly dataFolder: string
}

/**
 * The key that seals everything else: TUTTI_KEY where it is set, else the file `key` in the data folder, which is made
 * on the first start (mode 0600). Throws CannotStart when the key is malformed or other accounts may read the file.
 */
export async function loadInstallationKey({ env, dataFolder }: InstallationKeyPlace): Promise<Buffer> {
  const given = env['TUTTI_KEY']
  if (given !== undefined && given !== '') {
    const key = parseInstallationKey(given)
    if (key === null)
      throw new CannotStart('TUTTI_KEY is not 32 bytes in base64. Make one with: openssl rand -base64 32')
    return key
  }
  const file = join(resolve(dataFolder), 'key')
  return (await readKeyFile(file)) ?? (await makeKeyFile(file, dataFolder))
}

async function makeKeyFile(file: string, dataFolder: string): Promise<Buffer> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomUUID()}`
  try {
    await writeDurably(draft, `${newInstallationKey()}\n`)
    // A link appears whole or not at all, and never replaces a key that another process has just made.
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
  await syncFolder(dataFolder)
  const key = await readKeyFile(file)
  if (key === null) throw new CannotStart(`The key file ${file} disappeared while it was being made. Start again.`)
  return key
}

async function readKeyFile(file: string): Promise<Buffer | null> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new CannotStart(
      `The key file ${file} cannot be read (${error.code}). Let the account that runs Tutti read it.`,
    )
  })
  if (found === null) return null
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    const mode = (found.mode & 0o777).toString(8)
    throw new CannotStart(
      `Other accounts on this machine may read the key file ${file} (mode ${mode}). Close it with: chmod 600 ${file}`,
    )
  }
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CannotStart(
      `The key file ${file} cannot be read (${error.code}). Let the account that runs Tutti read it.`,
    )
  })
  const key = parseInstallationKey(text)
  if (key !== null) return key
  throw new CannotStart(
    `The key file ${file} does not hold 32 bytes in base64. Put the right key back from your backup: ` +
      'without it the stored secrets cannot be opened.',
  )
}

async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
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
