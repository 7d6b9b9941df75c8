import { z } from 'zod'
import { Id, Instant, PersonReference, Version } from './kinds.ts'
import { GAPS, NEEDS, RoutePerson, RouteReason } from './workflows.ts'

export const APPROVAL_STATES = ['waiting', 'approved', 'rejected', 'lapsed', 'expired', 'withdrawn'] as const
export const ApprovalState = z.enum(APPROVAL_STATES)
export const APPROVAL_VIEWS = ['for-me', 'my-line', 'mine', 'waiting', 'history'] as const
export const DECISIONS = ['approve', 'reject'] as const
export const Decision = z.enum(DECISIONS)

/** What is approved: the words and pictures as they stood when it was asked for. */
export const ApprovalContent = z.object({
  title: z.string().nullable(),
  language: z.string().nullable(),
  parts: z.array(z.object({ text: z.string(), pictures: z.array(z.object({ id: z.string(), altText: z.string() })) })),
})
export const ApprovalFinding = z.object({
  source: z.enum(['brand', 'region', 'confidential']),
  place: z.enum(['text', 'title', 'alt-text', 'draft']),
  rule: z.string(),
  reason: z.string(),
  severity: z.enum(['inform', 'warn', 'block']),
  part: z.number().int(),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  words: z.string().nullable(),
  waived: z.boolean(),
})
const StageDecision = z.object({
  id: Id,
  /** Null: somebody from outside, by a link. */
  person: PersonReference.nullable(),
  name: z.string(),
  decision: Decision,
  reason: z.string().nullable(),
  at: Instant,
})
export const ApprovalStage = z.object({
  number: z.number().int(),
  kind: z.enum(['stage', 'release']),
  name: z.string(),
  need: z.enum(NEEDS),
  reasons: z.array(RouteReason),
  state: z.enum(['pending', 'waiting', 'approved', 'rejected']),
  gap: z.enum(GAPS).nullable(),
  asked: z.array(RoutePerson.extend({ askedAt: Instant, remindedAt: Instant.nullable() })),
  decisions: z.array(StageDecision),
  startedAt: Instant.nullable(),
  deadlineAt: Instant.nullable(),
  escalatedAt: Instant.nullable(),
})
export const ApprovalLink = z.object({
  id: Id,
  name: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
  openedAt: Instant.nullable(),
  state: z.enum(['open', 'approved', 'rejected', 'expired', 'withdrawn']),
})
export const ApprovalComment = z.object({
  id: Id,
  approvalId: Id,
  person: PersonReference.nullable(),
  name: z.string(),
  part: z.number().int(),
  /** UTF-16 units in the part's text; null: about the whole post. */
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  quote: z.string().nullable(),
  text: z.string(),
  /** The words that would stand in place of the quoted ones. */
  suggestion: z.string().nullable(),
  state: z.enum(['open', 'resolved', 'accepted']),
  /** Whether the quoted words still stand where they stood in what is approved now. */
  stands: z.boolean(),
  at: Instant,
})
export const ApprovalSummary = z.object({
  id: Id,
  post: z.object({ id: Id, title: z.string() }),
  channel: z.object({ id: Id, name: z.string(), platform: z.string() }),
  state: ApprovalState,
  stage: z.object({
    number: z.number().int(),
    of: z.number().int(),
    name: z.string(),
    kind: z.enum(['stage', 'release']),
  }),
  waitingFor: z.array(PersonReference),
  gap: z.enum(GAPS).nullable(),
  deadlineAt: Instant.nullable(),
  dueAt: Instant,
  askedBy: PersonReference.nullable(),
  createdAt: Instant,
  closedAt: Instant.nullable(),
  fingerprint: z.string(),
  /** What the one who asks may do now, and if nothing, why not. */
  mine: z.object({
    may: z.enum(['decide', 'release', 'nothing']),
    because: z.enum(['own-work', 'not-asked', 'decided', 'closed', 'right']).nullable(),
  }),
  version: Version,
})
export const Approval = ApprovalSummary.extend({
  workflow: z
    .object({ id: Id, title: z.string(), number: z.number().int(), current: z.number().int(), removed: z.boolean() })
    .nullable(),
  stages: z.array(ApprovalStage),
  authors: z.array(PersonReference),
  content: ApprovalContent,
  /** The last content of this post that was approved, to see what is different now. */
  approvedBefore: ApprovalContent.nullable(),
  findings: z.array(ApprovalFinding),
  links: z.array(ApprovalLink),
  comments: z.array(ApprovalComment),
})
