import { spawn, type ChildProcess } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

export interface BlueskyAccount {
  readonly did: string
  readonly handle: string
  readonly password: string
  readonly appPassword: string
}

export interface BlueskyServer {
  readonly url: string
  /** A new account with one app password. The handle must end in `.test`; its first part has 3 to 18 characters. */
  readonly createAccount: (handle: string) => Promise<BlueskyAccount>
  readonly revokeAppPassword: (account: BlueskyAccount) => Promise<void>
  /** What a moderator does to an account that breaks the rules. */
  readonly takeDown: (account: BlueskyAccount) => Promise<void>
  /** An access token of this server that ran out a minute ago. */
  readonly expiredAccessToken: (account: BlueskyAccount) => string
  readonly close: () => Promise<void>
}

const Account = z.object({ did: z.string(), accessJwt: z.string() })
const AppPassword = z.object({ password: z.string() })
const appPasswordName = 'tutti'

/**
 * Starts the reference personal data server of the AT protocol on loopback, with its data in a temporary folder.
 * `appViewUrl` answers the questions that it passes on (`app.bsky.feed.getPosts`); without it they are answered 502.
 */
export async function startBluesky(options: { readonly appViewUrl?: string } = {}): Promise<BlueskyServer> {
  const folder = await mkdtemp(join(tmpdir(), 'tutti-bluesky-'))
  const port = await freePort()
  const secrets = { jwt: randomBytes(32).toString('hex'), admin: randomBytes(16).toString('hex') }
  const child = spawn(process.execPath, [fileURLToPath(new URL('bluesky-process.ts', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LOG_ENABLED: 'false', ...settings(folder, port, secrets, options.appViewUrl) },
  })
  const stop = async (): Promise<void> => {
    await ended(child)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await ready(child)
  } catch (error) {
    await stop()
    throw error
  }
  return { ...asPeople(`http://localhost:${port}`, secrets), close: stop }
}

interface Secrets {
  readonly jwt: string
  readonly admin: string
}

function settings(folder: string, port: number, secrets: Secrets, appViewUrl: string | undefined) {
  return {
    PDS_HOSTNAME: 'localhost',
    PDS_PORT: String(port),
    PDS_DATA_DIRECTORY: folder,
    PDS_BLOBSTORE_DISK_LOCATION: join(folder, 'blobs'),
    PDS_SERVICE_HANDLE_DOMAINS: '.test',
    PDS_ENABLE_DID_DOC_WITH_SESSION: 'true',
    PDS_INVITE_REQUIRED: 'false',
    PDS_DEV_MODE: 'true',
    PDS_JWT_SECRET: secrets.jwt,
    PDS_ADMIN_PASSWORD: secrets.admin,
    PDS_DPOP_SECRET: randomBytes(32).toString('hex'),
    // A key below the order of the curve: the leading zero makes sure of it.
    PDS_PLC_ROTATION_KEY_K256_PRIVATE_KEY_HEX: `00${randomBytes(31).toString('hex')}`,
    ...(appViewUrl === undefined
      ? {}
      : { PDS_BSKY_APP_VIEW_URL: appViewUrl, PDS_BSKY_APP_VIEW_DID: 'did:web:localhost%3A1' }),
  }
}

function asPeople(url: string, secrets: Secrets): Omit<BlueskyServer, 'close'> {
  const ask = async (nsid: string, body: unknown, authorization?: string): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) }
    const answer = await fetch(`${url}/xrpc/${nsid}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${nsid}: ${answer.status} ${text}`)
    return text === '' ? null : JSON.parse(text)
  }
  const signIn = async (account: BlueskyAccount): Promise<string> => {
    const { did, password } = account
    return Account.parse(await ask('com.atproto.server.createSession', { identifier: did, password })).accessJwt
  }
  return {
    url,
    createAccount: async (handle) => {
      const password = randomBytes(12).toString('hex')
      const email = `${handle.replaceAll('.', '-')}@example.org`
      const { did, accessJwt } = Account.parse(
        await ask('com.atproto.server.createAccount', { handle, email, password }),
      )
      const made = await ask('com.atproto.server.createAppPassword', { name: appPasswordName }, `Bearer ${accessJwt}`)
      return { did, handle, password, appPassword: AppPassword.parse(made).password }
    },
    revokeAppPassword: async (account) => {
      await ask('com.atproto.server.revokeAppPassword', { name: appPasswordName }, `Bearer ${await signIn(account)}`)
    },
    takeDown: async (account) => {
      const subject = { $type: 'com.atproto.admin.defs#repoRef', did: account.did }
      const basic = `Basic ${Buffer.from(`admin:${secrets.admin}`).toString('base64')}`
      await ask('com.atproto.admin.updateSubjectStatus', { subject, takedown: { applied: true } }, basic)
    },
    expiredAccessToken: ({ did }) => expiredToken(did, secrets.jwt),
  }
}

function expiredToken(did: string, secret: string): string {
  const now = Math.floor(Date.now() / 1000)
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const header = part({ typ: 'at+jwt', alg: 'HS256' })
  const scope = 'com.atproto.appPass'
  const body = part({ scope, aud: 'did:web:localhost', sub: did, iat: now - 7200, exp: now - 60 })
  const signature = createHmac('sha256', secret).update(`${header}.${body}`).digest('base64url')
  return `${header}.${body}.${signature}`
}

async function ready(child: ChildProcess): Promise<void> {
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-4000)
  })
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The Bluesky server did not start in 60 s: ${errors}`)), 60_000)
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
      if (!said.includes('{"ready":true}')) return
      clearTimeout(late)
      resolve()
    })
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`The Bluesky server ended with ${String(code)}: ${errors}`))
    })
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const late = setTimeout(() => child.kill('SIGKILL'), 5000)
  child.stdin?.end()
  await over
  clearTimeout(late)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  return port
}
