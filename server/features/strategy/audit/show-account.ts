import type { z } from 'zod'
import { LOOK_UP_PLATFORMS, type Account, type AccountPlatform, type Reading } from '#contract/audit-records.ts'
import { findingsOf } from '../domain/audit/findings.ts'
import { engagementRate } from '../domain/audit/rhythm.ts'
import { plainDecimal } from '../domain/plain-decimal.ts'
import type { AccountRow } from './store-accounts.ts'
import type { ReadingRow } from './store-readings.ts'

export type ShownAccount = z.infer<typeof Account>
export type ShownReading = z.infer<typeof Reading>

/** A reading as the contract describes it. */
export function showReading(row: ReadingRow): ShownReading {
  const followers = countOf(row.followers)
  const interactions = row.interactions_per_post === null ? null : plainDecimal(row.interactions_per_post)
  return {
    id: row.id,
    at: row.at.toISOString(),
    source: row.source as ShownReading['source'],
    followers,
    following: countOf(row.following),
    posts: countOf(row.posts),
    postsPerWeek: row.posts_per_week === null ? null : plainDecimal(row.posts_per_week),
    interactionsPerPost: interactions,
    engagementRate: engagementRate(interactions, followers),
    postsSeen: row.posts_seen,
    daysSeen: row.days_seen,
    lastPostAt: row.last_post_at?.toISOString() ?? null,
    hasPicture: row.has_picture,
    hasText: row.has_text,
    hasLink: row.has_link,
    isVerified: row.is_verified,
  }
}

function countOf(count: string | number | bigint | null): number | null {
  return count === null ? null : Number(count)
}

/** What an audit notices about an account at `now`. */
export function findingsOfRow(row: AccountRow, reading: ReadingRow | undefined, now: Date) {
  const held =
    row.holder_id !== null && row.holder_active === true
      ? 'by-somebody'
      : row.holder_id !== null
        ? 'by-somebody-who-left'
        : row.holder_words.trim() === ''
          ? 'by-nobody'
          : 'by-somebody'
  return findingsOf(
    {
      state: row.state,
      competitor: row.competitor_id !== null,
      held,
      lookUpProblem: row.lookup_problem,
      reading:
        reading === undefined
          ? null
          : {
              at: reading.at,
              lastPostAt: reading.last_post_at,
              postsPerWeek: reading.posts_per_week,
              hasPicture: reading.has_picture,
              hasText: reading.has_text,
              hasLink: reading.has_link,
            },
    },
    now,
  )
}

const LOOKED_UP = new Set<AccountPlatform>(LOOK_UP_PLATFORMS)

/** An account as the contract describes it, with its newest reading. */
export function showAccount(row: AccountRow, reading: ReadingRow | undefined, now: Date): ShownAccount {
  return {
    id: row.id,
    platform: row.platform,
    handle: row.handle,
    url: row.url,
    name: row.name,
    state: row.state,
    competitor: named(row.competitor_id, row.competitor_name),
    channel: named(row.channel_id, row.channel_name),
    unit: named(row.unit_id, row.unit_name),
    holder: named(row.holder_id, row.holder_name),
    holderWords: row.holder_words,
    notes: row.notes,
    source: row.source,
    reading: reading === undefined ? null : showReading(reading),
    canLookUp: LOOKED_UP.has(row.platform),
    lookedUpAt: row.looked_up_at?.toISOString() ?? null,
    lookUpProblem: row.lookup_problem,
    findings: findingsOfRow(row, reading, now).map((finding) => ({
      finding,
      task: taskOf(row, finding),
    })),
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}

function named(id: string | null, name: string | null) {
  return id === null || name === null ? null : { id, name }
}

/** The newest task that the finding became. */
function taskOf(row: AccountRow, finding: string) {
  const task = row.tasks.findLast((one) => one.finding === finding)
  return task === undefined ? null : { id: task.id, title: task.title, state: task.state }
}

/** What an event says of an account. */
export function accountFacts(row: AccountRow) {
  return {
    platform: row.platform,
    handle: row.handle,
    url: row.url,
    name: row.name,
    state: row.state,
    competitorId: row.competitor_id,
    unitId: row.unit_id,
    holderId: row.holder_id,
    holderWords: row.holder_words,
    notes: row.notes,
  }
}

/** How an account is called in the log: its handle says more than its name. */
export function titleOf(row: Pick<AccountRow, 'handle'>): string {
  return row.handle
}
