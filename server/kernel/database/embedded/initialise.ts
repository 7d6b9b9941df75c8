import { spawn } from 'node:child_process'
import { appendFile, chown, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, runAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { startingSettings } from './settings.ts'
import { explainFailure } from './trouble.ts'

/** The role that owns everything in the cluster. */
export const owner = 'tutti'

/**
 * Makes the cluster with the owner's password and an empty database `tutti`: UTF-8, sorted by code point the same on every
 * system. It appears whole or not at all; what an interrupted attempt left is removed first.
 */
export async function initialise(place: Place, binaries: Binaries, password: string): Promise<void> {
  const draft = join(place.base, 'cluster.draft')
  const passwordFile = join(place.base, 'password.draft')
  await rm(draft, { recursive: true, force: true })
  await rm(passwordFile, { force: true })
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' })
  try {
    if (place.account.drops) await chown(passwordFile, place.account.uid, place.account.gid)
    const options = [
      `--pgdata=${draft}`,
      `--username=${owner}`,
      `--pwfile=${passwordFile}`,
      ...locale(binaries.version.major),
    ]
    await run(join(binaries.bin, 'initdb'), [...options, '--auth=scram-sha-256', '--encoding=UTF8'], place.account)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await appendFile(join(draft, 'postgresql.conf'), startingSettings)
  await runAlone({ place, binaries, cluster: draft, statement: `create database ${owner} owner ${owner}` })
  await rename(draft, place.cluster)
}

/** Gives the owner a new password while nothing else runs: for a connection file that was lost. */
export async function resetPassword(place: Place, binaries: Binaries, password: string): Promise<void> {
  const quoted = password.replaceAll("'", "''")
  await runAlone({ place, binaries, cluster: place.cluster, statement: `alter role ${owner} password '${quoted}'` })
}

// From 17 on PostgreSQL brings its own UTF-8 order, which no update of the system's C library can change.
function locale(major: number): string[] {
  const system = process.platform === 'linux' ? 'C.UTF-8' : 'C'
  if (major < 17) return [`--locale=${system}`]
  return [`--locale=${system}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
}

interface Alone {
  readonly place: Place
  readonly binaries: Binaries
  readonly cluster: string
  readonly statement: string
}

async function runAlone({ place, binaries, cluster, statement }: Alone): Promise<void> {
  const program = join(binaries.bin, 'postgres')
  await run(program, ['--single', '-j', '-D', cluster, 'postgres'], place.account, `${statement};\n\n`)
}

async function run(program: string, options: string[], account: Account, input = ''): Promise<void> {
  const child = spawn(program, options, { ...runAs(account), stdio: ['pipe', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // In single-user mode a refused statement does not change the exit code.
  if (code !== 0 || /(ERROR|FATAL|PANIC): /.test(output)) throw explainFailure(program, output)
}
