import type { AccountPlatform } from '#contract/audit-records.ts'
import { lookUpBluesky } from './bluesky.ts'
import { lookUpFeed } from './feed.ts'
import { lookUpMastodon } from './mastodon.ts'
import { problem, type Found, type LookUp, type Problem, type Tools, type Wanted } from './profile.ts'
import { lookUpWordpress } from './wordpress.ts'

const WAYS: Readonly<Partial<Record<AccountPlatform, LookUp>>> = {
  bluesky: lookUpBluesky,
  mastodon: lookUpMastodon,
  wordpress: lookUpWordpress,
  feed: lookUpFeed,
  newsroom: lookUpFeed,
}

/** What a platform shows of an account to anybody. Expected failures are values. */
export async function lookUpProfile(tools: Tools, platform: AccountPlatform, wanted: Wanted): Promise<Found | Problem> {
  const way = WAYS[platform]
  return way === undefined ? problem('look-up.not-possible') : way(tools, wanted)
}
