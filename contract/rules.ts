import { z } from 'zod'
import { RuleBody, RuleFinding } from './rule-records.ts'
import { Gone, Id, Instant, Line, LocalDate, Page, PageRequest, PersonReference, Prose, Version } from './kinds.ts'
import { route } from './route.ts'

export * from './rule-records.ts'

const tag = 'Rules'
const ById = z.object({ id: Id })
const Country = z.string().regex(/^[A-Z]{2}$/, { error: 'rule.not-a-country' })
const LanguageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'rule.not-a-language' })

export const PACK_KINDS = ['brand', 'region'] as const
export const PackKind = z.enum(PACK_KINDS)
export const PackSource = z.object({
  title: Line(300),
  url: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .nullable(),
})

const PackFields = {
  title: Line(120),
  description: Prose(2000),
  kind: PackKind,
  /** Where a region's pack holds: the countries of the channel's unit; empty: everywhere. */
  countries: z.array(Country).max(60),
  /** Only below these units; empty: everywhere. */
  unitIds: z.array(Id).max(60),
  sources: z.array(PackSource).max(40),
}
export const RulePackSummary = z.object({
  id: Id,
  kind: PackKind,
  title: z.string(),
  description: z.string(),
  countries: z.array(z.string()),
  units: z.array(z.object({ id: Id, name: z.string() })),
  sources: z.array(z.object({ title: z.string(), url: z.string().nullable() })),
  enabled: z.boolean(),
  /** Which of the ready packs it was made from. */
  readyKey: z.string().nullable(),
  rules: z.number().int(),
  rulesOn: z.number().int(),
  changedAt: Instant,
  version: Version,
})
export const Rule = RuleBody.extend({ id: Id, packId: Id, enabled: z.boolean(), version: Version })
export const RulePack = RulePackSummary.extend({ items: z.array(Rule) })

/** A pack as a file. Its units are left out: they belong to one organisation. */
export const PackDocument = z.object({
  format: z.literal('tutti-rule-pack-1'),
  pack: z
    .object({ ...PackFields, unitIds: z.array(Id).max(0).default([]) })
    .partial({ description: true, countries: true, sources: true }),
  rules: z.array(RuleBody.extend({ enabled: z.boolean().default(true) })).max(2000),
})

const Waiver = z.object({
  id: Id,
  ruleId: Id,
  rule: z.string(),
  words: z.string().nullable(),
  reason: z.string(),
  by: PersonReference.nullable(),
  at: Instant,
})
const WaiverFields = z.object({
  ruleId: Id,
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/, { error: 'rule.not-a-fingerprint' }),
  words: Prose(400).nullable(),
  reason: Line(1000),
})

export const rules = {
  packs: route({
    method: 'GET',
    path: '/rule-packs',
    may: 'rules.read',
    summary: 'Rule packs of brand and regions',
    tag,
  })
    .input(PageRequest)
    .output(Page(RulePackSummary)),
  readyPacks: route({
    method: 'GET',
    path: '/ready-rule-packs',
    may: 'rules.read',
    summary: 'Packs to begin with',
    tag,
  }).output(
    z.object({
      items: z.array(
        RulePackSummary.pick({
          kind: true,
          title: true,
          description: true,
          countries: true,
          sources: true,
          rules: true,
        }).extend({
          key: z.string(),
          packId: Id.nullable(),
        }),
      ),
    }),
  ),
  pack: route({ method: 'GET', path: '/rule-packs/{id}', may: 'rules.read', summary: 'One pack with its rules', tag })
    .input(ById)
    .output(RulePack),
  createPack: route({
    method: 'POST',
    path: '/rule-packs',
    may: 'rules.change',
    summary: 'Add a pack: an empty one, or a ready one by its key',
    tag,
    status: 201,
  })
    .input(
      z.union([
        z.object({ readyKey: z.string().max(60) }),
        z.object(PackFields).partial({ description: true, countries: true, unitIds: true, sources: true }),
      ]),
    )
    .output(RulePack),
  importPack: route({
    method: 'POST',
    path: '/rule-packs/import',
    may: 'rules.change',
    summary: 'Add a pack from a file that was exported; what is wrong is named by its path',
    tag,
    status: 201,
  })
    .input(PackDocument)
    .output(RulePack),
  exportPack: route({
    method: 'GET',
    path: '/rule-packs/{id}/export',
    may: 'rules.read',
    summary: 'A pack as a file',
    tag,
  })
    .input(ById)
    .output(PackDocument),
  changePack: route({
    method: 'PATCH',
    path: '/rule-packs/{id}',
    may: 'rules.change',
    summary: 'Change a pack, or turn it on and off',
    tag,
  })
    .input(z.object(PackFields).omit({ kind: true }).partial().extend({ id: Id, enabled: z.boolean().optional() }))
    .output(RulePack),
  removePack: route({ method: 'DELETE', path: '/rule-packs/{id}', may: 'rules.change', summary: 'Remove a pack', tag })
    .input(ById)
    .output(Gone),
  restorePack: route({
    method: 'POST',
    path: '/rule-packs/{id}/restoration',
    may: 'rules.change',
    summary: 'Bring a removed pack back',
    tag,
  })
    .input(ById)
    .output(RulePack),
  createRule: route({
    method: 'POST',
    path: '/rule-packs/{id}/rules',
    may: 'rules.change',
    summary: 'Add a rule to a pack',
    tag,
    status: 201,
  })
    .input(RuleBody.extend({ id: Id, enabled: z.boolean().default(true) }))
    .output(Rule),
  changeRule: route({
    method: 'PATCH',
    path: '/rules/{id}',
    may: 'rules.change',
    summary: 'Change a rule, or turn it on and off',
    tag,
  })
    .input(RuleBody.partial().extend({ id: Id, enabled: z.boolean().optional() }))
    .output(Rule),
  removeRule: route({ method: 'DELETE', path: '/rules/{id}', may: 'rules.change', summary: 'Remove a rule', tag })
    .input(ById)
    .output(Gone),
  restoreRule: route({
    method: 'POST',
    path: '/rules/{id}/restoration',
    may: 'rules.change',
    summary: 'Bring a removed rule back',
    tag,
  })
    .input(ById)
    .output(Rule),
  tryText: route({
    method: 'POST',
    path: '/rule-trials',
    question: true,
    may: 'rules.read',
    summary: 'What the rules say of a text; nothing is saved. With a pack: of that pack alone, on or off',
    tag,
  })
    .input(
      z.object({
        text: Prose(50_000),
        title: z.string().max(1000).nullable().optional(),
        altTexts: z.array(z.string().max(5000)).max(20).optional(),
        packId: Id.optional(),
        language: LanguageTag.nullable().optional(),
        platform: z.string().max(60).nullable().optional(),
        unitId: Id.nullable().optional(),
        plannedOn: LocalDate.nullable().optional(),
      }),
    )
    .output(z.object({ findings: z.array(RuleFinding) })),
  waivers: route({
    method: 'GET',
    path: '/waivers',
    may: 'rules.read',
    summary: 'Findings that somebody let pass, and why; newest first',
    tag,
  })
    .input(PageRequest.extend({ ruleId: Id.optional() }))
    .output(Page(Waiver)),
  waive: route({
    method: 'POST',
    path: '/waivers',
    may: 'findings.waive',
    summary: 'Let a finding pass, with a reason: these words, by this rule, in this sentence',
    tag,
    status: 201,
  })
    .input(WaiverFields)
    .output(Waiver),
  withdrawWaiver: route({
    method: 'DELETE',
    path: '/waivers/{id}',
    may: 'findings.waive',
    summary: 'Take a waiver back',
    tag,
  })
    .input(ById)
    .output(Gone),
}
