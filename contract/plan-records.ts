import { z } from 'zod'
import { Id, Instant, Language, LocalDate, PersonReference, Prose, Version } from './kinds.ts'
import { PLAN_ROOMS, PLAN_SECTIONS, PLAN_STARTERS, REVIEW_RHYTHMS, type PlanRoom } from './plan-sections.ts'

const Section = z.enum(PLAN_SECTIONS)
const Room = z.enum(Object.keys(PLAN_ROOMS) as PlanRoom[])

/** The same text in both languages; one that was not written is empty. */
export const Both = (most: number) => z.object({ en: Prose(most).default(''), tr: Prose(most).default('') })
export const SectionText = z.object({ key: Section, texts: Both(8000) })

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
export const FullVersion = PlanVersion.extend({ intact: z.boolean(), content: PlanContent })

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
