import { z } from 'zod'
import type { Account, Connected, Values } from '../port.ts'
import { profileUrl, readEntry, type KeptCredentials, type KeptSettings } from './account.ts'
import { blueskyDescription } from './description.ts'
import { connectionRefused } from './errors.ts'
import { homeOf, signIn, type OpenSession } from './session.ts'
import { callServer, type Tools } from './xrpc.ts'

const Profile = z.object({ value: z.object({ displayName: z.string().max(640).optional() }) })
const CurrentSession = z.object({ did: z.string(), handle: z.string(), active: z.boolean().optional() })

/** Signs in with what a person entered and finds where the account lives. */
export async function connectAccount(tools: Tools, entered: Values): Promise<Connected> {
  const { service, identifier, appPassword } = readEntry(entered)
  if (service === null) return refusedAt('service', 'not-this-platform')
  if (identifier === '') return refusedAt('identifier', 'wrong-credentials')
  if (appPassword === '') return refusedAt('appPassword', 'wrong-credentials')
  const answer = await signIn(tools, { service, identifier, appPassword })
  if (answer.kind === 'failed') return connectionRefused(answer)
  const { accessJwt, refreshJwt, did, handle, active, status } = answer.body
  if (active === false) return refusedAt(null, 'account-suspended', status ?? null)
  const settings = { service, pds: homeOf(answer.body, service), identifier, did, handle }
  return connected(tools, settings, { appPassword, accessJwt, refreshJwt })
}

/** Asks the account's server whether the kept sign-in still works, and takes over a changed handle. */
export async function inspectAccount(tools: Tools, openSession: OpenSession, account: Account): Promise<Connected> {
  const session = openSession(account)
  const answer = await session.call({ name: 'com.atproto.server.getSession' }, CurrentSession)
  if (answer.kind === 'failed') return connectionRefused(answer)
  if (answer.body.active === false) return refusedAt(null, 'account-suspended')
  return connected(tools, { ...session.settings, handle: answer.body.handle }, session.credentials())
}

async function connected(tools: Tools, settings: KeptSettings, credentials: KeptCredentials): Promise<Connected> {
  const displayName = (await displayNameOf(tools, settings)) ?? settings.handle
  const { handle } = settings
  const connection = {
    settings,
    credentials,
    handle,
    displayName,
    url: profileUrl(settings),
    description: blueskyDescription,
  }
  return { kind: 'connected', connection }
}

/** Read from the account's own profile record; an account without one has no name of its own. */
async function displayNameOf(tools: Tools, { pds, did }: KeptSettings): Promise<string | null> {
  const parameters = [
    ['repo', did],
    ['collection', 'app.bsky.actor.profile'],
    ['rkey', 'self'],
  ] as const
  const answer = await callServer(tools, { server: pds, name: 'com.atproto.repo.getRecord', parameters }, Profile)
  const name = answer.kind === 'answered' ? answer.body.value.displayName?.trim() : undefined
  return name === undefined || name === '' ? null : name
}

function refusedAt(
  field: string | null,
  code: 'not-this-platform' | 'wrong-credentials' | 'account-suspended',
  words: string | null = null,
): Connected {
  return { kind: 'refused', field, reason: { code, words } }
}
