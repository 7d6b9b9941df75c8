import { z } from 'zod'
import type { Account, Values } from '../port.ts'
import { DEFAULT_SERVICE } from './description.ts'

/** What is kept with a connected account. */
export const KeptSettings = z.object({
  /** Where the account signs in. */
  service: z.string(),
  /** Where the account's own data lives. */
  pds: z.string(),
  identifier: z.string(),
  did: z.string(),
  handle: z.string(),
})
export type KeptSettings = z.infer<typeof KeptSettings>

export const KeptCredentials = z.object({ appPassword: z.string(), accessJwt: z.string(), refreshJwt: z.string() })
export type KeptCredentials = z.infer<typeof KeptCredentials>

/** What a person enters, tidied: the service as an origin, the identifier without an @ before it. */
export function readEntry(settings: Values): { service: string | null; identifier: string; appPassword: string } {
  const identifier = (settings['identifier'] ?? '').trim()
  const isAddress = /^[^@]+@[^@]+$/.test(identifier)
  return {
    service: serviceAddress(settings['service'] ?? ''),
    identifier: isAddress ? identifier : identifier.replace(/^@/, '').toLowerCase(),
    appPassword: (settings['appPassword'] ?? '').trim(),
  }
}

/** Settings and credentials of a connected account. Throws when they are not what connecting kept: that is a bug. */
export function readKept(account: Account): { settings: KeptSettings; credentials: KeptCredentials } {
  return { settings: KeptSettings.parse(account.settings), credentials: KeptCredentials.parse(account.credentials) }
}

/** Where people see a post. */
export function postUrl(settings: KeptSettings, rkey: string): string {
  return `${profileUrl(settings)}/post/${rkey}`
}

/** Where people see an account; by its permanent id where the handle is no longer valid. */
export function profileUrl({ handle, did }: { readonly handle: string; readonly did: string }): string {
  return `https://bsky.app/profile/${handle === 'handle.invalid' || handle === '' ? did : handle}`
}

/** The origin of a service address, https where none is named; null when it is no address. */
export function serviceAddress(text: string): string | null {
  const entered = text.trim() === '' ? DEFAULT_SERVICE : text.trim()
  const url = URL.parse(/^https?:\/\//i.test(entered) ? entered : `https://${entered}`)
  return url === null || url.username !== '' || url.password !== '' ? null : url.origin
}
