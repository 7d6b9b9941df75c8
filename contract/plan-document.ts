import { z } from 'zod'
import { Gone, Id, Instant, Language, Line, LocalDate, PersonReference, Prose, Version } from './kinds.ts'
import { PLAN_ROOMS, PLAN_SECTIONS, PLAN_STARTERS, REVIEW_RHYTHMS, type PlanRoom } from './plan-sections.ts'
import { route } from './route.ts'

const tag = 'Plan document'
const Section = z.enum(PLAN_SECTIONS)
const Room = z.enum(Object.keys(PLAN_ROOMS) as PlanRoom[])
const VersionNumber = z.coerce.number().int().min(1).max(100_000)
const InLanguage = z.object({ language: Language.default('en') })

/** The same text in both languages; one that was not written is empty. */
const Both = (most: number) => z.object({ en: Prose(most).default(''), tr: Prose(most).default('') })
const SectionText = z.object({ key: Section, texts: Both(8000) })

export const PlanDocument = z.object({
  /** Whether anybody has begun it; until then everything is empty. */
  begun: z.boolean(),
  starter: z.enum(PLAN_STARTERS).nullable(),
  title: Both(160),
  /** Every section, in the order in which it is read. */
  texts: z.array(SectionText),
  owner: PersonReference.nullable(),
  reviewEvery: z.enum(REVIEW_RHYTHMS),
  reviewOn: LocalDate.nullable(),
  /** Whether the day of the review has come. */
  reviewDue: z.boolean(),
  /** The newest approved version. */
  inForce: z.number().int().nullable(),
  /** The version that waits for a decision. */
  waiting: z.number().int().nullable(),
  changedAt: Instant.nullable(),
  changedBy: PersonReference.nullable(),
  version: Version,
})

/** A row of a live block. `bar`: how much of the whole it is (0 to 1), where it should stand, and what is written beside it. */
const Bar = z.object({
  share: z.number().min(0).max(1),
  mark: z.number().min(0).max(1).nullable(),
  tone: z.enum(['good', 'warn', 'bad', 'plain']),
  label: z.string(),
})
const Row = z.object({ id: z.string(), cells: z.array(z.string()), bar: Bar.nullable() })
const BlockPart = z.object({
  title: z.string().nullable(),
  /** Empty where the first cell of a row names the second. */
  columns: z.array(z.object({ title: z.string(), align: z.enum(['start', 'end']) })),
  /** What the bars of the rows show; null where there are none. */
  chart: z.string().nullable(),
  rows: z.array(Row),
})
/** What the records of a room say, in the words of a language. */
export const PlanBlock = z.object({
  room: Room,
  title: z.string(),
  /** Left out for the reader, who may not see budgets. */
  hidden: z.boolean(),
  parts: z.array(BlockPart),
})
const ShownSection = z.object({
  key: Section,
  title: z.string(),
  text: z.string(),
  /** The language in which the text was really written. */
  textLanguage: Language,
  blocks: z.array(PlanBlock),
})
export const PlanContent = z.object({
  title: z.string(),
  organisation: z.string(),
  /** When the figures were read. */
  at: Instant,
  chapters: z.array(z.object({ key: z.string(), title: z.string(), sections: z.array(ShownSection) })),
})

export const PLAN_VERSION_STATES = ['proposed', 'approved', 'returned', 'withdrawn'] as const
export const PlanVersion = z.object({
  number: z.number().int(),
  /** SHA-256 of the text that holds everything the version says, in both languages. */
  hash: z.string(),
  note: z.string(),
  state: z.enum(PLAN_VERSION_STATES),
  proposedAt: Instant,
  proposedBy: PersonReference.nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: PersonReference.nullable(),
  words: z.string(),
  /** Whether the reader may decide about it now. */
  mayDecide: z.boolean(),
  version: Version,
})
/** `intact`: whether what is stored still gives the hash. */
const FullVersion = PlanVersion.extend({ intact: z.boolean(), content: PlanContent })

const DifferencePart = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })
const State = z.enum(['same', 'changed', 'added', 'removed'])
export const PlanDifference = z.object({
  title: z.array(DifferencePart),
  sections: z.array(
    z.object({
      key: Section,
      title: z.string(),
      state: z.enum(['same', 'changed']),
      text: z.array(DifferencePart),
      /** Records that came, went or say something else. */
      records: z.array(
        z.object({
          id: z.string(),
          room: Room,
          roomTitle: z.string(),
          name: z.string(),
          state: State,
          changes: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
        }),
      ),
    }),
  ),
})

export const PlanLink = z.object({
  id: Id,
  name: z.string(),
  number: z.number().int(),
  budget: z.boolean(),
  createdAt: Instant,
  createdBy: PersonReference.nullable(),
  expiresAt: Instant,
  openedAt: Instant.nullable(),
  state: z.enum(['open', 'expired', 'withdrawn']),
})
export const PlanReview = z.object({
  id: Id,
  number: z.number().int().nullable(),
  dueOn: LocalDate.nullable(),
  outcome: z.enum(['holds', 'to-change']),
  words: z.string(),
  reviewedAt: Instant,
  reviewedBy: PersonReference.nullable(),
})

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
