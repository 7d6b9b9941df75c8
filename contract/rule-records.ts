import { z } from 'zod'
import { Id, Instant, Line, PersonReference, Prose } from './kinds.ts'

export const RULE_SEVERITIES = ['inform', 'warn', 'block'] as const
export const RULE_KINDS = [
  'term',
  'spelling',
  'taboo',
  'pattern',
  'hashtags',
  'links',
  'emoji',
  'reading',
  'alt-text',
  'formality',
  'disclosure',
  'notice',
  'days',
] as const
export const RuleKind = z.enum(RULE_KINDS)
export type RuleKind = z.infer<typeof RuleKind>

/** How a term is looked for. `inflected`: with the endings of its language; `exact`: just the word; `anywhere`: inside words too. */
export const MATCHES = ['inflected', 'exact', 'anywhere'] as const
const Match = z.enum(MATCHES).default('inflected')
const Terms = z.array(Line(120)).min(1, { error: 'rule.no-terms' }).max(500)
const Tags = z.array(Line(100)).max(200).default([])
const Hosts = z
  .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, { error: 'rule.not-a-host' }))
  .max(200)
  .default([])
const Most = z.number().int().min(0).max(1000).nullable().default(null)

/** A day by the calendar (`2026-11-10`), of every year (`11-10`), of Easter (`easter -2`), of the Islamic year (`1 Ramadan P30D`), or `2nd sunday in May`. */
const DAY_RULE =
  /^(\d{4}-\d{2}-\d{2}|\d{2}-\d{2}|easter( -?\d{1,3})?|\d{1,2} (Muharram|Safar|Rabi al-awwal|Rabi al-thani|Jumada al-awwal|Jumada al-thani|Rajab|Shaban|Ramadan|Shawwal|Dhu al-Qidah|Dhu al-Hijjah)|(1st|2nd|3rd|4th) (monday|tuesday|wednesday|thursday|friday|saturday|sunday) in (January|February|March|April|May|June|July|August|September|October|November|December))( P\d{1,2}D)?$/
const OwnDay = z.object({ day: z.string().regex(DAY_RULE, { error: 'rule.not-a-day' }), name: Line(120) })

export const FORMALITIES = ['formal', 'informal', 'consistent'] as const
export const FORMALITY_LANGUAGES = ['tr', 'de', 'fr', 'es'] as const
export const READING_LANGUAGES = ['tr', 'de', 'en'] as const

/** What a rule looks for, by its kind. */
export const RuleDefinition = z.discriminatedUnion('kind', [
  /** `avoid`: better not; `approval`: only when somebody who may says so. */
  z.object({
    kind: z.literal('term'),
    terms: Terms,
    match: Match,
    use: z.enum(['avoid', 'approval']).default('avoid'),
  }),
  /** Names that are written just so: `Kavrela`, not `KAVRELA`. */
  z.object({ kind: z.literal('spelling'), terms: Terms }),
  z.object({ kind: z.literal('taboo'), terms: Terms, match: Match }),
  z.object({
    kind: z.literal('pattern'),
    pattern: Prose(500).min(1, { error: 'text.empty' }),
    anyCase: z.boolean().default(true),
  }),
  z.object({ kind: z.literal('hashtags'), most: Most, least: Most, needed: Tags, avoid: Tags }),
  z.object({
    kind: z.literal('links'),
    most: Most,
    least: Most,
    onlyHosts: Hosts,
    avoidHosts: Hosts,
    secure: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('emoji'), most: Most, avoid: z.array(Line(20)).max(200).default([]) }),
  /** The least value of the language's formula; see docs/guide/governance.md. */
  z.object({ kind: z.literal('reading'), language: z.enum(READING_LANGUAGES), least: z.number().min(0).max(100) }),
  z.object({
    kind: z.literal('alt-text'),
    least: z.number().int().min(0).max(1000).default(1),
    most: Most,
    avoidBeginnings: Tags,
  }),
  z.object({ kind: z.literal('formality'), language: z.enum(FORMALITY_LANGUAGES), want: z.enum(FORMALITIES) }),
  /** Where a trigger stands in the text, one of the labels has to. No trigger: always. */
  z.object({
    kind: z.literal('disclosure'),
    triggers: z.array(Line(120)).max(200).default([]),
    labels: Terms,
    place: z.enum(['anywhere', 'beginning']).default('anywhere'),
  }),
  z.object({
    kind: z.literal('notice'),
    triggers: z.array(Line(120)).max(200).default([]),
    texts: z.array(Line(400)).min(1).max(20),
  }),
  z.object({
    kind: z.literal('days'),
    country: z
      .string()
      .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, { error: 'rule.not-a-country' })
      .nullable()
      .default(null),
    holidays: z.enum(['none', 'public', 'all']).default('none'),
    days: z.array(OwnDay).max(200).default([]),
  }),
])
export type RuleDefinition = z.infer<typeof RuleDefinition>

export const RuleBody = z.object({
  title: Line(200),
  reason: Prose(1000),
  suggestion: Line(300).nullable(),
  severity: z.enum(RULE_SEVERITIES),
  /** Whether somebody with the right may let its findings pass, with a reason. */
  waivable: z.boolean(),
  /** Only there; empty: everywhere. */
  platforms: z.array(Line(60)).max(40),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/, { error: 'rule.not-a-language' })).max(40),
  unitIds: z.array(Id).max(60),
  definition: RuleDefinition,
})

export const FINDING_PLACES = ['text', 'title', 'alt-text', 'draft'] as const
/** What a rule found: which words, where, why, and what to write instead. Positions are UTF-16 units of that part's text. */
export const RuleFinding = z.object({
  ruleId: Id,
  packId: Id.nullable(),
  pack: z.string().nullable(),
  /** What the pack is of; null: it is not a rule's finding but a confidential word. */
  packKind: z.enum(['brand', 'region']).nullable(),
  kind: z.enum([...RULE_KINDS, 'confidential']),
  rule: z.string(),
  reason: z.string(),
  severity: z.enum(RULE_SEVERITIES),
  suggestion: z.string().nullable(),
  /** What exactly, where the reason cannot say it: `hashtags.too-many` with its numbers. Sentences are in the catalogues. */
  note: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  place: z.enum(FINDING_PLACES),
  part: z.number().int(),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  words: z.string().nullable(),
  waivable: z.boolean(),
  /** Binds a waiver to the rule, these words and the sentence around them. */
  fingerprint: z.string(),
  waived: z.object({ id: Id, by: PersonReference.nullable(), reason: z.string(), at: Instant }).nullable(),
})
export type RuleFinding = z.infer<typeof RuleFinding>
