import { randomBytes } from 'node:crypto'

export interface StoredAccount {
  readonly id: string
  readonly name: string
  /** In the order of their ids, oldest first; deleted ones stay as marks. */
  readonly statuses: StoredStatus[]
  readonly keys: Map<string, { readonly statusId: string; readonly at: number }>
  /** What its public profile shows beside its posts. */
  shown: ShownProfile
}

export interface ShownProfile {
  readonly followers?: number
  readonly following?: number
  readonly note?: string
  readonly picture?: boolean
  /** Links of the profile, and whether each page links back. */
  readonly links?: readonly { readonly url: string; readonly verified: boolean }[]
}

export interface StoredStatus {
  readonly id: string
  readonly accountId: string
  readonly text: string
  readonly spoilerText: string
  readonly visibility: string
  readonly language: string | null
  readonly inReplyToId: string | null
  readonly mediaIds: readonly string[]
  readonly createdAt: Date
  readonly url: string
  deleted: boolean
  favourites: number
  reblogs: number
  replies: number
  quotes: number
}

export interface StoredMedia {
  readonly id: string
  readonly accountId: string
  readonly type: string
  readonly description: string
  readonly size: number
  /** Questions that are still answered with 206. */
  pending: number
  statusId: string | null
}

export interface StoredToken {
  readonly token: string
  readonly accountId: string
  readonly scopes: readonly string[]
  readonly expiresAt: number | null
  revoked: boolean
}

export interface Store {
  readonly accounts: Map<string, StoredAccount>
  readonly accountsByName: Map<string, StoredAccount>
  readonly statuses: Map<string, StoredStatus>
  readonly media: Map<string, StoredMedia>
  readonly tokens: Map<string, StoredToken>
  readonly nextId: () => string
  readonly account: (name: string) => StoredAccount
  readonly issue: (accountId: string, scopes: readonly string[], expiresAt?: number | null) => StoredToken
}

/** Everything the server knows, in memory; ids grow and sort as text, as Mastodon's do. */
export function createStore(): Store {
  let counter = 0
  const nextId = (): string => {
    counter += 1
    return `1130${String(counter).padStart(14, '0')}`
  }
  const store: Store = {
    accounts: new Map(),
    accountsByName: new Map(),
    statuses: new Map(),
    media: new Map(),
    tokens: new Map(),
    nextId,
    account: (name) => {
      const known = store.accountsByName.get(name)
      if (known !== undefined) return known
      const made: StoredAccount = { id: nextId(), name, statuses: [], keys: new Map(), shown: {} }
      store.accounts.set(made.id, made)
      store.accountsByName.set(name, made)
      return made
    },
    issue: (accountId, scopes, expiresAt = null) => {
      const token = randomBytes(32).toString('base64url')
      const issued: StoredToken = { token, accountId, scopes, expiresAt, revoked: false }
      store.tokens.set(token, issued)
      return issued
    },
  }
  return store
}

export interface Paging {
  readonly maxId: string | null
  readonly minId: string | null
  readonly sinceId: string | null
  readonly limit: number
}

/** A page of an account's statuses, newest first; the cost does not grow with how many there are. */
export function pageOf(statuses: readonly StoredStatus[], { maxId, minId, sinceId, limit }: Paging): StoredStatus[] {
  const page: StoredStatus[] = []
  if (minId !== null) {
    for (let at = firstAtLeast(statuses, minId); at < statuses.length && page.length < limit; at += 1) {
      const status = statuses[at]
      if (status === undefined || status.id === minId) continue
      if (maxId !== null && status.id >= maxId) break
      if (!status.deleted) page.push(status)
    }
    return page.reverse()
  }
  const end = maxId === null ? statuses.length : firstAtLeast(statuses, maxId)
  for (let at = end - 1; at >= 0 && page.length < limit; at -= 1) {
    const status = statuses[at]
    if (status === undefined) break
    if (sinceId !== null && status.id <= sinceId) break
    if (!status.deleted) page.push(status)
  }
  return page
}

function firstAtLeast(statuses: readonly StoredStatus[], id: string): number {
  let low = 0
  let high = statuses.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((statuses[middle]?.id ?? '') < id) low = middle + 1
    else high = middle
  }
  return low
}
