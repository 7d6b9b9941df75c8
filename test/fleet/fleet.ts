import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestConnection } from '../database.ts'
import { freePort } from './free-port.ts'
import { startProcess, type Started } from './start-process.ts'

export interface Fleet {
  readonly url: string
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<{ status: number; body: Record<string, unknown> }>
  readonly addWorker: () => Promise<Started>
  readonly key: string
  readonly close: () => Promise<void>
}

export interface FleetOptions {
  readonly connection: TestConnection
  readonly leaseSeconds?: number
  readonly concurrency?: number
  readonly env?: Readonly<Record<string, string>>
}

const PASSWORD = 'harbour-violin-42-cloud'

/** Tutti as several processes on one database: one for the web, and as many workers as are added. The real program, as it is started by people. */
export async function startFleet({
  connection,
  leaseSeconds = 4,
  concurrency = 32,
  env = {},
}: FleetOptions): Promise<Fleet> {
  const folder = await mkdtemp(join(tmpdir(), 'tutti-fleet-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const shared = {
    DATABASE_URL: `postgres://${connection.user}:${encodeURIComponent(connection.password)}@localhost:${connection.port}/${connection.database}?host=${encodeURIComponent(connection.host)}`,
    TUTTI_DATA: folder,
    TUTTI_KEY: randomBytes(32).toString('base64'),
    TUTTI_URL: url,
    TUTTI_ALLOW_PRIVATE_ADDRESSES: 'true',
    TUTTI_LOG_LEVEL: 'error',
    TUTTI_DELIVERY_LEASE_SECONDS: String(leaseSeconds),
    TUTTI_DELIVERY_CONCURRENCY: String(concurrency),
    ...env,
  }
  const main = existsSync('dist/server/main.mjs') ? 'dist/server/main.mjs' : 'server/main.ts'
  const started: Started[] = []
  const start = async (role: 'web' | 'worker', more: Readonly<Record<string, string>>) => {
    const one = await startProcess([main], { ...shared, ...more, TUTTI_ROLE: role }, (line) =>
      /^Tutti is (ready|working)/.test(line),
    )
    started.push(one)
    return one
  }
  await start('web', { PORT: String(port), HOST: '127.0.0.1' })
  const key = await foundByHttp(url)
  const call: Fleet['call'] = async (method, path, body) => {
    const response = await fetch(`${url}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  return {
    url,
    call,
    key,
    addWorker: () => start('worker', {}),
    close: async () => {
      for (const { child } of started) child.kill('SIGTERM')
      await Promise.all(started.map(({ gone }) => gone))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Founds the installation and makes a key, over the network as a script would. */
async function foundByHttp(url: string): Promise<string> {
  const post = (path: string, body: unknown, cookie = '') =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, ...(cookie === '' ? {} : { cookie }) },
      body: JSON.stringify(body),
    })
  const founded = await post('/api/v1/installation', {
    organisation: 'Fleet',
    name: 'Ada',
    email: 'ada@example.org',
    password: PASSWORD,
  })
  if (founded.status !== 201) throw new Error(`Founding failed: ${await founded.text()}`)
  const signedIn = await post('/api/auth/sign-in/email', { email: 'ada@example.org', password: PASSWORD })
  if (signedIn.status !== 200) throw new Error(`Signing in failed: ${signedIn.status} ${await signedIn.text()}`)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const made = (await (await post('/api/v1/api-keys', { name: 'Fleet' }, cookie)).json()) as { key?: string }
  if (made.key === undefined) throw new Error(`Making a key failed: ${JSON.stringify(made)}`)
  return made.key
}
