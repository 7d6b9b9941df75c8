import { z } from 'zod'
import { Gone, Id, Instant, Language, Line, LocalDate, Prose } from './kinds.ts'
import {
  Both,
  FullVersion,
  PlanContent,
  PlanDifference,
  PlanDocument,
  PlanLink,
  PlanReview,
  PlanVersion,
  SectionText,
} from './plan-records.ts'
import { PLAN_SECTIONS, PLAN_STARTERS, REVIEW_RHYTHMS } from './plan-sections.ts'
import { route } from './route.ts'

const tag = 'Plan document'
const VersionNumber = z.coerce.number().int().min(1).max(100_000)
const InLanguage = z.object({ language: Language.default('en') })

export const planDocument = {
  show: route({
    method: 'GET',
    path: '/plan-document',
    may: 'strategy.read',
    summary: 'The plan as it is being written: its texts and when it is reviewed',
    tag,
  }).output(PlanDocument),
  draft: route({
    method: 'GET',
    path: '/plan-document/draft',
    may: 'strategy.read',
    summary: 'The plan as it reads now, with what its records say at this moment',
    tag,
  })
    .input(InLanguage)
    .output(PlanContent),
  begin: route({
    method: 'PUT',
    path: '/plan-document/starter',
    may: 'plans.change',
    summary: 'Begin with a ready plan, or with empty sections; what somebody has written stays',
    tag,
  })
    .input(z.object({ starter: z.enum(PLAN_STARTERS).nullable() }))
    .output(PlanDocument),
  change: route({
    method: 'PATCH',
    path: '/plan-document',
    may: 'plans.change',
    summary: 'Write the texts, name who answers for the plan, set when it is reviewed',
    tag,
  })
    .input(
      z.object({
        title: Both(160).optional(),
        /** Only these sections are changed. */
        texts: z.array(SectionText).max(PLAN_SECTIONS.length).optional(),
        ownerId: Id.nullable().optional(),
        reviewEvery: z.enum(REVIEW_RHYTHMS).optional(),
        /** Left out where a rhythm begins: one period from today. */
        reviewOn: LocalDate.optional(),
      }),
    )
    .output(PlanDocument),
  versions: route({
    method: 'GET',
    path: '/plan-document/versions',
    may: 'strategy.read',
    summary: 'Versions of the plan, newest first',
    tag,
  }).output(z.object({ items: z.array(PlanVersion) })),
  propose: route({
    method: 'POST',
    path: '/plan-document/versions',
    may: 'plans.change',
    summary: 'Keep the plan as it reads now as a version, and ask for its approval',
    tag,
    status: 201,
  })
    .input(z.object({ note: Prose(1000).default('') }))
    .output(PlanVersion),
  version: route({
    method: 'GET',
    path: '/plan-document/versions/{number}',
    may: 'strategy.read',
    summary: 'What one version says',
    tag,
  })
    .input(InLanguage.extend({ number: VersionNumber }))
    .output(FullVersion),
  decide: route({
    method: 'POST',
    path: '/plan-document/versions/{number}/decision',
    may: 'plans.approve',
    summary: 'Approve a version that somebody else proposed, or return it with words',
    tag,
  })
    .input(
      z.object({ number: VersionNumber, outcome: z.enum(['approved', 'returned']), words: Prose(2000).default('') }),
    )
    .output(PlanVersion),
  withdraw: route({
    method: 'POST',
    path: '/plan-document/versions/{number}/withdrawal',
    may: 'plans.change',
    summary: 'Take a proposed version back',
    tag,
  })
    .input(z.object({ number: VersionNumber }))
    .output(PlanVersion),
  comparison: route({
    method: 'GET',
    path: '/plan-document/comparison',
    may: 'strategy.read',
    summary: 'What changed between two versions, word by word and record by record; without `to`, up to now',
    tag,
  })
    .input(InLanguage.extend({ from: VersionNumber, to: VersionNumber.optional() }))
    .output(PlanDifference),
  links: route({
    method: 'GET',
    path: '/plan-document/links',
    may: 'plans.approve',
    summary: 'Links by which versions are read without an account, newest first',
    tag,
  }).output(z.object({ items: z.array(PlanLink) })),
  share: route({
    method: 'POST',
    path: '/plan-document/links',
    may: 'plans.approve',
    summary: 'Make a link to a version; it is shown once',
    tag,
    status: 201,
  })
    .input(
      z.object({
        number: VersionNumber,
        /** For whom it is. */
        name: Line(120),
        days: z.number().int().min(1).max(365).default(30),
        /** Whether budgets are shown. */
        budget: z.boolean().default(false),
      }),
    )
    .output(PlanLink.extend({ url: z.string() })),
  withdrawLink: route({
    method: 'DELETE',
    path: '/plan-document/links/{id}',
    may: 'plans.approve',
    summary: 'Make a link worthless',
    tag,
  })
    .input(z.object({ id: Id }))
    .output(Gone),
  reviews: route({
    method: 'GET',
    path: '/plan-document/reviews',
    may: 'strategy.read',
    summary: 'When the plan was looked at again, newest first',
    tag,
  }).output(z.object({ items: z.array(PlanReview) })),
  review: route({
    method: 'POST',
    path: '/plan-document/reviews',
    may: 'plans.change',
    summary: 'Say after a look at the plan whether it holds; the next day is set',
    tag,
    status: 201,
  })
    .input(z.object({ outcome: z.enum(['holds', 'to-change']), words: Prose(2000).default('') }))
    .output(PlanReview),
  shared: route({
    method: 'GET',
    path: '/shared-plans/{token}',
    may: 'public',
    summary: 'What a link to the plan shows',
    tag,
  })
    .input(InLanguage.extend({ token: z.string().max(100) }))
    .output(
      PlanVersion.pick({ number: true, hash: true, state: true, proposedAt: true, decidedAt: true }).extend({
        name: z.string(),
        expiresAt: Instant,
        content: PlanContent,
      }),
    ),
}
