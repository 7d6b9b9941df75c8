import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type pg from 'pg'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { writeArchive } from '../archive/write-archive.ts'
import { addContent, type BackupContent } from './add-content.ts'

export interface BackupSource {
  readonly connection: pg.ClientConfig
  /** Folder of the stored files. */
  readonly files: string
  readonly installationKey: Buffer
  readonly withKey: boolean
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

export interface Backup extends BackupContent {
  readonly file: string
  readonly bytes: number
}

/**
 * Writes one archive of an installation while it works: all rows as they were at one moment, and all files. The file appears
 * under its name when it is whole and on the disk, readable by nobody else. Throws CannotStart where it is there already.
 */
export async function writeBackup(source: BackupSource, name: string): Promise<Backup> {
  const file = resolve(name)
  const draft = `${file}.partial`
  await refuseExisting(file)
  const handle = await openDraft(draft)
  try {
    const archive = writeArchive(handle, source.signal)
    const content = await addContent(source, archive).catch(async (error: unknown) => {
      await archive.abandon()
      throw error
    })
    await handle.sync()
    const { size } = await handle.stat()
    await refuseExisting(file)
    await rename(draft, file)
    await syncFolder(dirname(file))
    return { ...content, file, bytes: size }
  } catch (error) {
    await rm(draft, { force: true })
    throw explain(error)
  } finally {
    await handle.close()
  }
}

async function refuseExisting(file: string): Promise<void> {
  if ((await stat(file).catch(() => null)) === null) return
  throw new CannotStart(`${file} is already there and is not overwritten. Choose another name, or remove it first.`)
}

async function openDraft(draft: string) {
  return open(draft, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') {
      throw new CannotStart(
        `${draft} is there: another back-up is being written to it, or one was cut short. If none runs, remove it and try again.`,
      )
    }
    throw new CannotStart(`The back-up cannot be written to ${dirname(draft)} (${error.code}). Choose another place.`)
  })
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

function explain(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOSPC')
    return new CannotStart('The disk is full. The unfinished back-up was removed; choose another disk.')
  if (code === 'ABORT_ERR') return new CannotStart('Broken off. The unfinished back-up was removed.')
  return error
}
