import { z } from 'zod'
import { NamedAudience } from './audiences.ts'
import { Id, Instant, PersonReference, Version } from './kinds.ts'
import { PlatformDescription } from './platforms.ts'
import { RuleFinding } from './rule-records.ts'
import { Risk } from './workflows.ts'

export const CHANNEL_STATES = ['connected', 'needs-reconnecting', 'paused', 'disconnected'] as const
export const Channel = z.object({
  id: Id,
  platform: z.string(),
  name: z.string(),
  handle: z.string(),
  url: z.string(),
  state: z.enum(CHANNEL_STATES),
  timeZone: z.string(),
  /** Whose channel it is, which decides who may publish and who reviews. */
  unitId: Id.nullable(),
  /** What is at stake on it; workflows may ask for more approval. */
  risk: Risk,
  settings: z.record(z.string(), z.string()),
  description: PlatformDescription,
  health: z.object({ checkedAt: Instant.nullable(), problem: z.string().nullable(), words: z.string().nullable() }),
  planned: z.number().int(),
  createdAt: Instant,
  version: Version,
})

export const DELIVERY_STATES = [
  'planned',
  'sending',
  'published',
  'retry-at',
  'failed',
  'unknown',
  'needs-person',
  'held',
  'cancelled',
  'removed',
] as const
export const DeliveryState = z.enum(DELIVERY_STATES)
export type DeliveryState = z.infer<typeof DeliveryState>

export const Attempt = z.object({
  number: z.number().int(),
  kind: z.enum(['send', 'look-up', 'remove']),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  outcome: z.string().nullable(),
  reason: z.string().nullable(),
  words: z.string().nullable(),
})
export const Delivery = z.object({
  id: Id,
  state: DeliveryState,
  dueAt: Instant,
  nextAt: Instant.nullable(),
  publishedAt: Instant.nullable(),
  url: z.string().nullable(),
  reason: z.string().nullable(),
  words: z.string().nullable(),
  settledBy: PersonReference.nullable(),
  attempts: z.array(Attempt),
  /** What the channel shows that may be ours; only while a person has to decide. */
  candidates: z.array(z.object({ url: z.string(), text: z.string(), at: Instant })),
  /** The final text as it is sent, with tracked links. */
  sends: z.array(z.object({ text: z.string() })),
})
export const PostMedia = z.object({
  id: Id,
  altText: z.string(),
  url: z.string(),
  width: z.number().int(),
  height: z.number().int(),
})
export const Post = z.object({
  id: Id,
  channel: z.object({ id: Id, name: z.string(), platform: z.string() }),
  piece: z.object({ id: Id, title: z.string() }).nullable(),
  campaign: z.object({ id: Id, title: z.string() }).nullable(),
  /** Whom it speaks to: those it names itself (`own`), else those of its campaign. */
  audiences: z.array(NamedAudience.extend({ own: z.boolean() })),
  title: z.string().nullable(),
  text: z.string(),
  thread: z.array(z.object({ text: z.string(), media: z.array(PostMedia) })),
  media: z.array(PostMedia),
  contentWarning: z.string().nullable(),
  visibility: z.string().nullable(),
  language: z.string().nullable(),
  trackLinks: z.boolean(),
  /** The plan: wall-clock time and its zone. The instant is in `delivery.dueAt`. */
  plannedAt: z.string(),
  timeZone: z.string(),
  delivery: Delivery,
  createdBy: PersonReference.nullable(),
  createdAt: Instant,
  version: Version,
})

export const FINDING_SEVERITIES = ['inform', 'warn', 'block'] as const
/** Something a check noticed: which rule, where in the text, and what to do. Sentences are in the catalogues. */
export const Finding = z.object({
  code: z.string(),
  severity: z.enum(FINDING_SEVERITIES),
  part: z.number().int(),
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export const Check = z.object({
  channelId: Id,
  counts: z.array(z.object({ used: z.number().int(), limit: z.number().int().nullable() })),
  findings: z.array(Finding),
  /** What brand, region and confidentiality say of it there. */
  rules: z.array(RuleFinding),
})

/** Lean, since thousands are asked for at once: the answer names channels and campaigns once, beside the posts. */
export const CalendarPost = z.object({
  id: Id,
  /** Its own, or the first line of its text. */
  title: z.string(),
  channelId: Id,
  campaignId: Id.nullable(),
  state: DeliveryState,
  dueAt: Instant,
  plannedAt: z.string(),
  timeZone: z.string(),
  version: Version,
})
