import type { ACCOUNT_PLATFORMS, ACCOUNT_STATES } from '#contract/audit-records.ts'
import type { Account, AccountRequest } from './records.ts'

/** What the form of an account holds while it is typed. */
export type AccountValues = {
  platform: (typeof ACCOUNT_PLATFORMS)[number]
  handle: string
  url: string
  name: string
  state: (typeof ACCOUNT_STATES)[number]
  competitorId: string | null
  unitId: string | null
  holderId: string | null
  holderWords: string
  notes: string
}

/** A new account: ours, or one of a competitor. */
export function emptyAccount(competitorId: string | null): AccountValues {
  return {
    platform: 'mastodon',
    handle: '',
    url: '',
    name: '',
    state: 'owned',
    competitorId,
    unitId: null,
    holderId: null,
    holderWords: '',
    notes: '',
  }
}

/** The values of an account that is there. */
export function accountValues(account: Account): AccountValues {
  const { platform, handle, url, name, state, holderWords, notes } = account
  return {
    platform,
    handle,
    url,
    name,
    state,
    competitorId: account.competitor?.id ?? null,
    unitId: account.unit?.id ?? null,
    holderId: account.holder?.id ?? null,
    holderWords,
    notes,
  }
}

/** The values as the API takes them. */
export function accountRequest(values: AccountValues): AccountRequest {
  return { ...values, url: values.url.trim() }
}
