import { randomBytes } from 'node:crypto'
import { chmod, chown, lchown, lstat, mkdir, opendir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CannotStart } from '../../cannot-start.ts'
import { type Account, chooseAccount, mayEnter } from './account.ts'

/** Where the database's files are and whom they belong to. */
export interface Place {
  readonly account: Account
  /** Belongs to the account, mode 0700. */
  readonly base: string
  readonly cluster: string
  /** Where copies of the programs may go. */
  readonly copies: string
  /** True where `base` is outside the data folder. */
  readonly elsewhere: boolean
}

/** Where the files go that an unprivileged account could not reach in the data folder. */
export const systemFolder = '/var/lib/tutti'

const pointerName = 'database-is-at'

/**
 * Decides where the cluster of a data folder is, makes that folder and gives it to the account. Normally that is
 * `<folder>/database`. Where we are root and the account could not get there (the data folder is under /root, say), it is
 * a folder under `system`, and the file `database-is-at` in the data folder names it: what it names stays valid for ever.
 */
export async function findPlace(folder: string, system: string): Promise<Place> {
  const pointed = await readPointer(folder)
  const usual = join(folder, 'database')
  const account = await chooseAccount(await ownersOf([join(pointed ?? usual, 'cluster'), folder]))
  const reachable = pointed === null && (await letIn(account, folder))
  const base = pointed ?? (reachable ? usual : await placeUnder(system, usual))
  const elsewhere = base !== usual
  if (elsewhere) await makeOpen(dirname(base))
  const cluster = join(base, 'cluster')
  await mkdir(base, { recursive: true, mode: 0o700 })
  await mkdir(cluster, { recursive: true, mode: 0o700 })
  if (account.drops) await giveTo(account, [cluster, base])
  else await refuseForeign(account, cluster)
  if (elsewhere && pointed === null) await writePointer(folder, base)
  return { account, base, cluster, copies: join(elsewhere ? system : folder, 'programs'), elsewhere }
}

/** Where the cluster of a data folder is, without touching anything. */
export async function placeOf(folder: string): Promise<string> {
  return join((await readPointer(folder)) ?? join(folder, 'database'), 'cluster')
}

async function readPointer(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, pointerName), 'utf8').catch(() => null)
  const base = text?.split('\n')[0]?.trim()
  if (base === undefined || base === '') return null
  if (await stat(join(base, 'cluster')).catch(() => null)) return base
  throw new CannotStart(
    `The database of ${folder} was kept in ${base}, which is gone. Put that folder back, ` +
      `or delete the file ${join(folder, pointerName)} to begin with an empty database and restore a backup into it.`,
  )
}

async function writePointer(folder: string, base: string): Promise<void> {
  await writeFile(join(folder, pointerName), `${base}\nTutti keeps the database of this folder there.\n`, {
    mode: 0o600,
  })
}

async function ownersOf(paths: readonly string[]): Promise<number[]> {
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => null)))
  return found.flatMap((entry) => (entry === null || entry.uid === 0 ? [] : [entry.uid]))
}

/** Opens the data folder itself for the account's group, for going through only, where everything above it is open. */
async function letIn(account: Account, folder: string): Promise<boolean> {
  if (await mayEnter(account, folder)) return true
  if (!(await mayEnter(account, dirname(folder)))) return false
  await chown(folder, 0, account.gid)
  await chmod(folder, 0o710)
  return mayEnter(account, folder)
}

async function placeUnder(system: string, usual: string): Promise<string> {
  if (await stat(join(usual, 'cluster')).catch(() => null)) {
    throw new CannotStart(
      `The database in ${usual} cannot be reached by an unprivileged account, and PostgreSQL does not run as root. ` +
        `Move the data folder to a place others may enter (such as ${join(system, 'data')}) and name it with TUTTI_DATA.`,
    )
  }
  // A new name each time: a data folder that was emptied by hand must not wake an older database.
  return join(system, randomBytes(6).toString('hex'))
}

async function makeOpen(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  await chmod(folder, 0o755)
}

async function giveTo(account: Account, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const found = await lstat(path)
    if (found.uid === account.uid && found.gid === account.gid) continue
    if (found.isDirectory())
      for await (const entry of await opendir(path)) await giveTo(account, [join(path, entry.name)])
    // The folder comes last: if this is cut short, the next start begins again.
    await lchown(path, account.uid, account.gid)
  }
}

async function refuseForeign(account: Account, cluster: string): Promise<void> {
  if (process.platform === 'win32') return
  const { uid } = await stat(cluster)
  if (uid === account.uid) return
  throw new CannotStart(
    `The database in ${cluster} belongs to the account with number ${uid}, and Tutti runs as ${account.name}. ` +
      `Start it as before, or give the files over first: chown -R ${account.name} ${dirname(cluster)}`,
  )
}
