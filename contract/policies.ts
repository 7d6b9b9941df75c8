import { z } from 'zod'
import { Gone, Id, Instant, Language, Line, Page, PageRequest, PersonReference, Prose, Version } from './kinds.ts'
import { route } from './route.ts'
import { Translated } from './translated.ts'

const tag = 'Governance'
const ById = z.object({ id: Id })

/** Ready policies to begin with, in full, in English and Turkish. */
export const STARTERS = ['company', 'public-body', 'charity'] as const

/** One section in one language: what holds, in plain words, and how it looks when done well and done badly. */
export const SectionText = z.object({
  title: Line(160),
  text: Prose(8000),
  dos: z.array(Line(600)).max(12).default([]),
  donts: z.array(Line(600)).max(12).default([]),
})
/** `key` stays the same from version to version, so that versions can be compared section by section. */
export const Section = z.object({ key: Line(60), texts: Translated(SectionText) })
export const PolicyContent = z.object({
  title: Translated(Line(160)),
  summary: Translated(Prose(1000)),
  sections: z.array(Section).min(1, { error: 'text.empty' }).max(40),
})

/** Where a person stands with a policy: nothing to accept yet, current accepted, an older one accepted, none. */
export const ACCEPTANCE_STATES = ['nothing-to-accept', 'accepted', 'older', 'missing'] as const
const Mine = z.object({
  state: z.enum(ACCEPTANCE_STATES),
  number: z.number().int().nullable(),
  acceptedAt: Instant.nullable(),
})

export const PolicySummary = z.object({
  id: Id,
  title: Translated(z.string()),
  summary: Translated(z.string()),
  sections: z.number().int(),
  current: z.object({ number: z.number().int(), publishedAt: Instant }).nullable(),
  /** Whether a next version is being written; always false for those who do not change policies. */
  draft: z.boolean(),
  mine: Mine,
  /** How many of the people here have accepted the current version. */
  accepted: z.number().int(),
  people: z.number().int(),
  version: Version,
})
export const PolicyVersion = z.object({
  number: z.number().int(),
  content: PolicyContent,
  /** SHA-256 of the text in each language, as it is recorded when somebody accepts it. */
  hashes: z.object({ en: z.string(), tr: z.string() }),
  note: z.string(),
  publishedAt: Instant,
  publishedBy: PersonReference.nullable(),
})
export const Policy = PolicySummary.extend({
  published: PolicyVersion.nullable(),
  /** The text of the next version, for those who change policies. */
  next: PolicyContent.nullable(),
})

const DiffPart = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })
export const SectionDifference = z.object({
  key: z.string(),
  state: z.enum(['same', 'changed', 'added', 'removed']),
  title: z.array(DiffPart),
  text: z.array(DiffPart),
  dos: z.array(DiffPart),
  donts: z.array(DiffPart),
})

export const policies = {
  starters: route({
    method: 'GET',
    path: '/policy-starters',
    may: 'policies.change',
    summary: 'Ready policies to begin with',
    tag,
  }).output(z.object({ items: z.array(z.object({ key: z.enum(STARTERS), content: PolicyContent })) })),
  list: route({
    method: 'GET',
    path: '/policies',
    may: 'policies.read',
    summary: 'Policies, with what I accepted',
    tag,
  })
    .input(PageRequest)
    .output(Page(PolicySummary)),
  read: route({ method: 'GET', path: '/policies/{id}', may: 'policies.read', summary: 'One policy', tag })
    .input(ById)
    .output(Policy),
  create: route({
    method: 'POST',
    path: '/policies',
    may: 'policies.change',
    summary: 'Begin a policy, from a starter or from a text of your own',
    tag,
    status: 201,
  })
    .input(
      z
        .object({ starter: z.enum(STARTERS).optional(), content: PolicyContent.optional() })
        .refine(({ starter, content }) => starter !== undefined || content !== undefined, {
          error: 'text.empty',
          path: ['content'],
        }),
    )
    .output(Policy),
  change: route({
    method: 'PATCH',
    path: '/policies/{id}',
    may: 'policies.change',
    summary: 'Write the draft of the next version',
    tag,
  })
    .input(ById.extend({ content: PolicyContent }))
    .output(Policy),
  discardDraft: route({
    method: 'DELETE',
    path: '/policies/{id}/draft',
    may: 'policies.change',
    summary: 'Drop the draft of the next version',
    tag,
  })
    .input(ById)
    .output(Policy),
  publish: route({
    method: 'POST',
    path: '/policies/{id}/versions',
    may: 'policies.change',
    summary: 'Publish the draft as the version in force; everybody is asked to accept it',
    tag,
    status: 201,
  })
    .input(ById.extend({ note: Prose(1000).default('') }))
    .output(Policy),
  versions: route({
    method: 'GET',
    path: '/policies/{id}/versions',
    may: 'policies.read',
    summary: 'Published versions, newest first',
    tag,
  })
    .input(ById)
    .output(
      z.object({
        items: z.array(PolicyVersion.omit({ content: true, hashes: true }).extend({ accepted: z.number().int() })),
      }),
    ),
  version: route({
    method: 'GET',
    path: '/policies/{id}/versions/{number}',
    may: 'policies.read',
    summary: 'The text of one published version',
    tag,
  })
    .input(ById.extend({ number: z.coerce.number().int().min(1).max(100_000) }))
    .output(PolicyVersion),
  comparison: route({
    method: 'GET',
    path: '/policies/{id}/comparison',
    may: 'policies.read',
    summary: 'What changed between two versions, word by word; without `to`, the draft',
    tag,
  })
    .input(
      ById.extend({
        /** Default: the version in force for the draft, else the one before `to`. */
        from: z.coerce.number().int().min(1).max(100_000).optional(),
        to: z.coerce.number().int().min(1).max(100_000).optional(),
        language: Language.default('en'),
      }),
    )
    .output(z.object({ items: z.array(SectionDifference) })),
  accept: route({
    method: 'POST',
    path: '/policies/{id}/acceptances',
    may: 'signed-in',
    summary: 'Accept the version in force for myself, in the language I read it in',
    tag,
    status: 201,
  })
    .input(ById.extend({ number: z.number().int().min(1).max(100_000), language: Language }))
    .output(Policy),
  remind: route({
    method: 'POST',
    path: '/policies/{id}/reminders',
    may: 'policies.change',
    summary: 'Remind those who have not accepted the version in force, each at most once a day',
    tag,
  })
    .input(ById)
    .output(z.object({ reminded: z.number().int() })),
  remove: route({
    method: 'DELETE',
    path: '/policies/{id}',
    may: 'policies.change',
    summary: 'Remove a policy that no right depends on',
    tag,
  })
    .input(ById)
    .output(Gone),
  restore: route({
    method: 'POST',
    path: '/policies/{id}/restoration',
    may: 'policies.change',
    summary: 'Bring a removed policy back',
    tag,
  })
    .input(ById)
    .output(Policy),
  acceptances: route({
    method: 'GET',
    path: '/policy-acceptances',
    may: 'policies.change',
    summary: 'People with the policies they accepted, and in which version',
    tag,
  })
    .input(PageRequest.extend({ policyId: Id.optional() }))
    .output(
      Page(
        PersonReference.extend({
          policies: z.array(
            Mine.extend({ policyId: Id, title: Translated(z.string()), language: Language.nullable() }),
          ),
        }),
      ),
    ),
}
