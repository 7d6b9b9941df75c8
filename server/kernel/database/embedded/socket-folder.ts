import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { CannotStart } from '../../cannot-start.ts'
import { mayEnter } from './account.ts'
import type { Place } from './place.ts'

/** Room for the path in `sockaddr_un` on macOS, the smallest; Linux has 107. */
const longestPath = 103
const socketName = '/.s.PGSQL.5432'
const temporaryPrefix = 'tutti-'

/**
 * Makes an empty folder, mode 0700, for the account's Unix socket: beside the cluster, or under the system's folder for
 * temporary files where that path would be too long for a socket. What a killed server left there is removed.
 */
export async function makeSocketFolder(place: Place, previous: string | null): Promise<string> {
  if (previous !== null) await removeSocketFolder(previous)
  const beside = join(place.base, 'socket')
  await rm(beside, { recursive: true, force: true })
  if (fits(beside)) {
    await mkdir(beside, { mode: 0o700 })
    return own(place, beside)
  }
  for (const parent of [tmpdir(), '/tmp']) {
    if (!fits(join(parent, `${temporaryPrefix}XXXXXX`)) || !(await mayEnter(place.account, parent))) continue
    const made = await mkdtemp(join(parent, temporaryPrefix)).catch(() => null)
    if (made !== null) return own(place, made)
  }
  throw new CannotStart(
    `The path of the data folder is too long for PostgreSQL's socket (${beside}), and there is no usable folder for temporary files. ` +
      'Choose a shorter one with TUTTI_DATA, or set DATABASE_URL to a PostgreSQL of your own.',
  )
}

/** Removes a socket folder of ours under the system's temporary folder; leaves anything else alone. */
export async function removeSocketFolder(folder: string): Promise<void> {
  const temporary = [tmpdir(), '/tmp'].some((parent) => join(parent, basename(folder)) === folder)
  if (temporary && basename(folder).startsWith(temporaryPrefix)) await rm(folder, { recursive: true, force: true })
}

// PostgreSQL reads its setting as a list with commas and quotes.
function fits(folder: string): boolean {
  return Buffer.byteLength(folder + socketName) <= longestPath && !/[,"]/.test(folder)
}

async function own({ account }: Place, folder: string): Promise<string> {
  await chmod(folder, 0o700)
  if (account.drops) await chown(folder, account.uid, account.gid)
  return folder
}
