import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart } from '../../cannot-start.ts'
import { type Account, runAs } from './account.ts'

export interface Version {
  readonly major: number
  /** As PostgreSQL says it, such as `18.4`. */
  readonly full: string
}

const floor = 15

/**
 * Runs `postgres --version` as the account: tells the version, or `unreachable` where the account may not run it.
 * Throws `CannotStart` where the program cannot run on this system at all or is older than PostgreSQL 15.
 */
export async function askVersion(postgres: string, account: Account): Promise<Version | 'unreachable'> {
  const { error, stdout, stderr } = await run(postgres, account)
  const full = /PostgreSQL\) (\d+(?:\.\d+|\w+)*)/.exec(stdout)?.[1]
  if (error !== null || full === undefined) return explain({ postgres, account, error, stderr })
  const major = Number.parseInt(full, 10)
  if (major >= floor) return { major, full }
  throw new CannotStart(
    `The PostgreSQL in ${postgres} is ${full}; Tutti needs ${floor} or later. Point TUTTI_POSTGRES_BINARIES at a later one, or remove it.`,
  )
}

interface Failure {
  readonly postgres: string
  readonly account: Account
  readonly error: NodeJS.ErrnoException | null
  readonly stderr: string
}

function explain({ postgres, account, error, stderr }: Failure): 'unreachable' {
  if (error?.code === 'EACCES') return 'unreachable'
  if (error?.code === 'EPERM' && account.drops) {
    throw new CannotStart(
      `Tutti runs as root but may not start a program as ${account.name} (${error.message}); containers without the right SETUID do that. ` +
        'Run Tutti as an ordinary account, or set DATABASE_URL.',
    )
  }
  if (error?.code === 'ENOENT' && existsSync(postgres)) {
    throw new CannotStart(
      'The PostgreSQL that comes with Tutti needs glibc, which this system does not have (Alpine and others use musl). ' +
        "Install the system's PostgreSQL and set TUTTI_POSTGRES_BINARIES to the folder with its initdb, or set DATABASE_URL.",
    )
  }
  const why = stderr.trim() || error?.message || 'it did not tell its version'
  throw new CannotStart(
    `${postgres} does not run on this system: ${why}. Set TUTTI_POSTGRES_BINARIES to another PostgreSQL, or set DATABASE_URL.`,
  )
}

async function run(
  program: string,
  account: Account,
): Promise<Omit<Failure, 'postgres' | 'account'> & { stdout: string }> {
  return new Promise((resolve) => {
    execFile(program, ['--version'], { ...runAs(account), timeout: 20_000 }, (error, stdout, stderr) => {
      const code = error !== null && typeof error.code === 'string' ? { code: error.code } : {}
      resolve({ error: error === null ? null : Object.assign(new Error(error.message), code), stdout, stderr })
    })
  })
}

/** The major version that made the data, or null where there are none yet. */
export async function versionOfData(cluster: string): Promise<number | null> {
  const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : Number.parseInt(text, 10)
}

/** Throws `CannotStart`, with the way out, where data of another major version are in the cluster. Changes nothing. */
export function refuseOtherMajor(cluster: string, data: number | null, programs: Version): void {
  if (data === null || data === programs.major) return
  throw new CannotStart(
    `The data in ${cluster} were written by PostgreSQL ${data}, and this Tutti runs PostgreSQL ${programs.full}. Nothing was changed. ` +
      'Make a backup with the old version and restore it with the new one:\n' +
      `  TUTTI_POSTGRES_BINARIES=/usr/lib/postgresql/${data}/bin npx tutti backup before-upgrade.tar\n` +
      `  mv ${cluster} ${cluster}-${data}\n` +
      '  npx tutti restore before-upgrade.tar',
  )
}
