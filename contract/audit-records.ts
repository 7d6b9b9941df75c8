import { z } from 'zod'
import { Decimal, Id, Instant, PersonReference, Version } from './kinds.ts'
import { RowProblem } from './transfer.ts'

/** Where organisations have accounts. What is not listed is `other`. */
export const ACCOUNT_PLATFORMS = [
  'bluesky',
  'mastodon',
  'wordpress',
  'feed',
  'newsroom',
  'x',
  'facebook',
  'instagram',
  'threads',
  'linkedin',
  'youtube',
  'tiktok',
  'pinterest',
  'reddit',
  'telegram',
  'other',
] as const
export type AccountPlatform = (typeof ACCOUNT_PLATFORMS)[number]
/** Those that show a public profile to whoever asks, without signing in. */
export const LOOK_UP_PLATFORMS = ['bluesky', 'mastodon', 'wordpress', 'feed', 'newsroom'] as const
export const ACCOUNT_STATES = ['owned', 'dormant', 'rogue', 'to-close'] as const
export const READING_SOURCES = ['entered', 'imported', 'looked-up'] as const
/** What an audit notices about an account of ours, worst first. */
export const ACCOUNT_FINDINGS = [
  'rogue',
  'to-close',
  'holder-left',
  'no-holder',
  'not-found',
  'quiet',
  'profile-incomplete',
  'never-read',
  'old-reading',
] as const
export type AccountFinding = (typeof ACCOUNT_FINDINGS)[number]

export const AccountPlatform = z.enum(ACCOUNT_PLATFORMS)
export const AccountState = z.enum(ACCOUNT_STATES)

const Named = z.object({ id: Id, name: z.string() })
const TaskReference = z.object({ id: Id, title: z.string(), state: z.string() })

/** Null is not known, which is not nothing. */
export const Known = z.boolean().nullable()

export const Reading = z.object({
  id: Id,
  at: Instant,
  source: z.enum(READING_SOURCES),
  followers: z.number().int().nullable(),
  following: z.number().int().nullable(),
  posts: z.number().int().nullable(),
  /** Posts of its own a week, over the days seen. */
  postsPerWeek: Decimal.nullable(),
  /** Likes, answers and passings-on of the posts seen, per post. */
  interactionsPerPost: Decimal.nullable(),
  /** Interactions per post as a share of followers, in percent with two decimals. */
  engagementRate: Decimal.nullable(),
  postsSeen: z.number().int().nullable(),
  daysSeen: z.number().int().nullable(),
  lastPostAt: Instant.nullable(),
  hasPicture: Known,
  hasText: Known,
  hasLink: Known,
  isVerified: Known,
})

export const Account = z.object({
  id: Id,
  platform: AccountPlatform,
  handle: z.string(),
  url: z.string(),
  name: z.string(),
  state: AccountState,
  competitor: Named.nullable(),
  channel: Named.nullable(),
  unit: Named.nullable(),
  holder: PersonReference.nullable(),
  /** Who holds it where that is nobody of the house. */
  holderWords: z.string(),
  notes: z.string(),
  source: z.enum(['entered', 'imported', 'channel']),
  /** The newest reading. */
  reading: Reading.nullable(),
  /** Whether its public profile can be looked up without signing in. */
  canLookUp: z.boolean(),
  lookedUpAt: Instant.nullable(),
  /** Why the last look-up brought nothing, as the code of a refusal. */
  lookUpProblem: z.string().nullable(),
  findings: z.array(z.object({ finding: z.enum(ACCOUNT_FINDINGS), task: TaskReference.nullable() })),
  createdAt: Instant,
  version: Version,
})
/** The columns of the list by their English names; files may also have the Turkish ones. */
export const ACCOUNT_COLUMNS = [
  'platform',
  'handle',
  'url',
  'name',
  'state',
  'competitor',
  'unit',
  'holder',
  'followers',
  'postsPerWeek',
  'interactionsPerPost',
  'notes',
] as const
export type AccountColumn = (typeof ACCOUNT_COLUMNS)[number]
export const TriedAccounts = z.object({
  rows: z.number().int(),
  problems: z.array(RowProblem),
  created: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
})
