import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { CannotStart } from '../../cannot-start.ts'

/** Whom PostgreSQL runs as. `drops` says that this process is root and gives its rights up for it. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
  readonly drops: boolean
}

/**
 * The account that PostgreSQL, which refuses to be root, runs as: our own, or, when we are root, an existing unprivileged
 * one: the first of `owners` (user numbers) that has a password entry, else `tutti`, `nobody`, or any other. Creates none.
 */
export async function chooseAccount(owners: readonly number[]): Promise<Account> {
  if (process.getuid?.() !== 0) return ownAccount()
  const entries = parsePasswd(await readFile('/etc/passwd', 'utf8').catch(() => ''))
  const ordinary = entries.filter((entry) => entry.uid !== 0)
  const chosen =
    owners.map((uid) => ordinary.find((entry) => entry.uid === uid)).find((entry) => entry !== undefined) ??
    ordinary.find((entry) => entry.name === 'tutti') ??
    ordinary.find((entry) => entry.name === 'nobody') ??
    ordinary[0]
  if (chosen !== undefined) return { ...chosen, drops: true }
  throw new CannotStart(
    'Tutti runs as root, and this system has no other account that PostgreSQL could run as. ' +
      'Create one (useradd --system tutti), or set DATABASE_URL to a PostgreSQL of your own.',
  )
}

function ownAccount(): Account {
  try {
    const { username, uid, gid } = userInfo()
    return { name: username, uid, gid, drops: false }
  } catch {
    throw new CannotStart(
      `The account with number ${process.getuid?.()} has no entry in the password file, and PostgreSQL does not run without one. ` +
        'Run Tutti as an account that has one (or as root), or set DATABASE_URL to a PostgreSQL of your own.',
    )
  }
}

function parsePasswd(text: string): { name: string; uid: number; gid: number }[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    if (name === undefined || name === '' || uid === undefined || gid === undefined) return []
    return [{ name, uid: Number(uid), gid: Number(gid) }]
  })
}

/** What `child_process` needs to start something as this account, with nothing of our own environment. */
export function runAs(account: Account): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  const { PATH, SystemRoot } = process.env
  const env = { ...(PATH === undefined ? {} : { PATH }), ...(SystemRoot === undefined ? {} : { SystemRoot }) }
  const cwd = process.platform === 'win32' ? process.cwd() : '/'
  return account.drops ? { uid: account.uid, gid: account.gid, cwd, env } : { cwd, env }
}

/** Whether the account may go through this folder; the system itself is asked, so access lists count too. */
export async function mayEnter(account: Account, folder: string): Promise<boolean> {
  if (!account.drops) return true
  return new Promise((resolve) => {
    execFile('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], runAs(account), (error) => {
      resolve(error === null)
    })
  })
}
