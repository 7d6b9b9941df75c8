import type { Role } from '#contract/actions.ts'
import { RISKS, type Condition, type Risk } from '#contract/workflows.ts'
import { riskOfSigns, type Found } from './detect-signs.ts'

type FindingSource = 'brand' | 'region' | 'confidential'
export type Severity = 'inform' | 'warn' | 'block'

/** Everything a condition can ask of a post, its place and its author. */
export interface PostFacts {
  readonly platform: string
  readonly channelId: string
  readonly campaignId: string | null
  readonly language: string | null
  /** The unit of the channel and all above it, itself first. */
  readonly unitPath: readonly string[]
  readonly author: {
    readonly role: Role | null
    /** The units they work in and all above those. */
    readonly units: readonly string[]
    readonly firstPost: boolean
  }
  readonly risks: { readonly channel: Risk; readonly campaign: Risk; readonly stakeholder: Risk }
  readonly signs: readonly Found[]
  readonly findings: readonly { readonly from: FindingSource; readonly severity: Severity; readonly rule: string }[]
}

/** Why a condition holds; `params` are values for its sentence. */
export interface Reason {
  readonly kind: string
  readonly params: Readonly<Record<string, string>>
}

const SEVERITIES: readonly Severity[] = ['inform', 'warn', 'block']

/** Why a condition holds of a post; null where it does not. */
export function reasonFor(condition: Condition, facts: PostFacts): Reason | null {
  switch (condition.kind) {
    case 'platform':
      return condition.oneOf.includes(facts.platform) ? reason('platform', { platform: facts.platform }) : null
    case 'channel':
      return condition.oneOf.includes(facts.channelId) ? reason('channel') : null
    case 'unit':
      return among(condition.oneOf, facts.unitPath, 'unit')
    case 'campaign':
      return facts.campaignId !== null && condition.oneOf.includes(facts.campaignId) ? reason('campaign') : null
    case 'language':
      return languageReason(condition.oneOf, facts.language)
    case 'author-unit':
      return among(condition.oneOf, facts.author.units, 'author-unit')
    case 'author-role':
      return facts.author.role !== null && condition.oneOf.includes(facts.author.role)
        ? reason('author-role', { role: facts.author.role })
        : null
    case 'risk':
      return riskReason(condition, facts)
    case 'finding':
      return findingReason(condition, facts)
    case 'first-post':
      return facts.author.firstPost ? reason('first-post') : null
    case 'contains': {
      const found = facts.signs.find(({ sign }) => condition.oneOf.includes(sign))
      return found === undefined ? null : reason(`contains.${found.sign}`, { words: found.words })
    }
  }
}

/** The reasons of all conditions; null where one of them does not hold. No condition holds always. */
export function reasonsFor(conditions: readonly Condition[], facts: PostFacts): readonly Reason[] | null {
  const reasons: Reason[] = []
  for (const condition of conditions) {
    const why = reasonFor(condition, facts)
    if (why === null) return null
    reasons.push(why)
  }
  return reasons
}

function reason(kind: string, params: Readonly<Record<string, string>> = {}): Reason {
  return { kind, params }
}

function among(wanted: readonly string[], path: readonly string[], kind: 'unit' | 'author-unit'): Reason | null {
  const id = path.find((one) => wanted.includes(one))
  return id === undefined ? null : reason(kind, { unitId: id })
}

/** `tr` covers `tr-CY` too. */
function languageReason(wanted: readonly string[], language: string | null): Reason | null {
  if (language === null) return null
  const small = language.toLowerCase()
  const hit = wanted.find((one) => small === one.toLowerCase() || small.startsWith(`${one.toLowerCase()}-`))
  return hit === undefined ? null : reason('language', { language })
}

function riskReason({ of, atLeast }: Extract<Condition, { kind: 'risk' }>, facts: PostFacts): Reason | null {
  const risks = { ...facts.risks, post: riskOfSigns(facts.signs) }
  const asked = of === 'any' ? (['channel', 'campaign', 'post', 'stakeholder'] as const) : [of]
  const high = asked
    .filter((source) => RISKS.indexOf(risks[source]) >= RISKS.indexOf(atLeast))
    .sort((one, other) => RISKS.indexOf(risks[other]) - RISKS.indexOf(risks[one]))[0]
  return high === undefined ? null : reason(`risk.${high}`, { risk: risks[high] })
}

/** The rule is named, but not the terms of confidential ones: those are only for who may read the list. */
function findingReason({ from, atLeast }: Extract<Condition, { kind: 'finding' }>, facts: PostFacts): Reason | null {
  const found = facts.findings.find(
    (finding) =>
      (from === 'any' || finding.from === from) && SEVERITIES.indexOf(finding.severity) >= SEVERITIES.indexOf(atLeast),
  )
  if (found === undefined) return null
  return found.from === 'confidential'
    ? reason('finding.confidential')
    : reason(`finding.${found.from}`, { rule: found.rule })
}
