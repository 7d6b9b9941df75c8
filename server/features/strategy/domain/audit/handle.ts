import type { AccountPlatform } from '#contract/audit-records.ts'

export interface Handle {
  readonly handle: string
  /** The same for every spelling of the same account. */
  readonly key: string
}

const SITES = new Set<AccountPlatform>(['wordpress', 'feed', 'newsroom'])

/**
 * A handle as its platform writes it: without `@` before it, taken out of the address of a profile where that was entered, with
 * its server on Mastodon. Sites are known by their address without protocol.
 */
export function tidyHandle(platform: AccountPlatform, entered: string, url: string): Handle {
  const text = entered.trim()
  if (SITES.has(platform)) return keyed(text.replace(/^https?:\/\//i, '').replace(/\/+$/, ''))
  const address = /^https?:\/\//i.test(text) ? URL.parse(text) : null
  const bare = (address === null ? text : (lastPart(address) ?? text)).replace(/^@/, '')
  if (platform !== 'mastodon' || bare.includes('@')) return keyed(bare)
  const host = (address ?? URL.parse(url))?.host ?? ''
  return keyed(host === '' ? bare : `${bare}@${host}`)
}

function keyed(handle: string): Handle {
  return { handle, key: handle.toLowerCase() }
}

function lastPart(address: URL): string | null {
  return address.pathname.split('/').findLast((part) => part !== '') ?? null
}
