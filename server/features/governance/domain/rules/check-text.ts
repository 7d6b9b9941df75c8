import type { RuleKind } from '#contract/rule-records.ts'
import { appliesAt } from './applies.ts'
import type { CompiledRules, TermOwner } from './compile-rules.ts'
import type { Aim, Draft, Found, Pack, Rule } from './draft.ts'
import { fingerprintOf } from './fingerprint.ts'
import { findEmojiTrouble, findHashtagTrouble, findLinkTrouble } from './kinds/marks.ts'
import { findDays, findHardReading, findPoorAltTexts, findWrongAddress } from './kinds/manner.ts'
import type { Looked, Noticed, SegmentHit } from './kinds/notice-of.ts'
import { findMissing, findPatterns, findSpellings, findTerms } from './kinds/words.ts'
import { primaryOf } from './language/folding.ts'
import { findAddresses } from './language/formality.ts'
import { segmentsOf, type Segment } from './segments.ts'

const FINDERS: Readonly<Record<RuleKind, (rule: Rule, looked: Looked) => readonly Noticed[]>> = {
  term: findTerms,
  taboo: findTerms,
  spelling: findSpellings,
  pattern: findPatterns,
  hashtags: findHashtagTrouble,
  links: findLinkTrouble,
  emoji: findEmojiTrouble,
  reading: findHardReading,
  'alt-text': findPoorAltTexts,
  formality: findWrongAddress,
  disclosure: findMissing,
  notice: findMissing,
  days: findDays,
}
/** Kinds that are silent where none of their words was found: most rules there are, on most texts. */
const BY_WORD: ReadonlySet<RuleKind> = new Set<RuleKind>(['term', 'taboo', 'spelling'])
const MOST_OF_RULE = 20
const MOST = 300

/**
 * What the rules say of a draft, once for each of the places it is aimed at. The texts are walked once a language, however
 * many rules and places there are.
 */
export function checkText(rules: CompiledRules, draft: Draft, aims: readonly Aim[]): readonly (readonly Found[])[] {
  const segments = segmentsOf(draft)
  const hits = new Map<string, Hits>()
  // Ten channels in one language hear the same of a rule.
  const findings = new Map<string, Map<Rule, readonly Found[]>>()
  const addresses = new Map<string, ReturnType<typeof findAddresses>>()
  const addressesIn: Looked['addressesIn'] = (segment, language) => {
    const key = `${segments.indexOf(segment)} ${language}`
    const known = addresses.get(key) ?? findAddresses(segment.text, language)
    addresses.set(key, known)
    return known
  }
  return aims.map((aim) => {
    const language = primaryOf(aim.language)
    const known = hits.get(language) ?? findHits(rules, segments, aim.language)
    hits.set(language, known)
    const looked: Looked = {
      rules,
      draft,
      aim,
      segments,
      addressesIn,
      hitsOf: (rule, role) => known.get(rule.id)?.[role] ?? [],
    }
    const key = `${aim.language} ${aim.plannedOn}`
    const heard = findings.get(key) ?? new Map<Rule, readonly Found[]>()
    findings.set(key, heard)
    const findingsOf = (pack: Pack, rule: Rule): readonly Found[] => {
      if (BY_WORD.has(rule.definition.kind) && !known.has(rule.id)) return []
      const made =
        heard.get(rule) ??
        FINDERS[rule.definition.kind](rule, looked)
          .slice(0, MOST_OF_RULE)
          .map((noticed) => dress(pack, rule, noticed, looked))
      heard.set(rule, made)
      return made
    }
    const applies = appliesAt(aim)
    return rules.packs
      .filter(applies.pack)
      .flatMap((pack) => pack.rules.filter(applies.rule).flatMap((rule) => findingsOf(pack, rule)))
      .slice(0, MOST)
  })
}

/** What was found of each rule's words; rules of which nothing was found are not in it. */
type Hits = ReadonlyMap<string, Readonly<Record<TermOwner['role'], readonly SegmentHit[]>>>

function findHits(rules: CompiledRules, segments: readonly Segment[], language: string): Hits {
  const index = rules.terms(language)
  const hits = new Map<string, Record<TermOwner['role'], SegmentHit[]>>()
  for (const segment of segments)
    for (const hit of index.find(segment.text)) {
      // A word in an address is not said to anybody, and cannot be changed.
      if (segment.links.some((link) => link.start < hit.end && hit.start < link.end)) continue
      const { ruleId, role } = hit.owner
      const known = hits.get(ruleId) ?? { find: [], trigger: [], label: [] }
      hits.set(ruleId, known)
      known[role].push({ segment, hit })
    }
  return hits
}

function dress(pack: Pack, rule: Rule, noticed: Noticed, { draft, aim }: Looked): Found {
  const { segment, start, end } = noticed
  const words =
    segment !== null && start !== null && end !== null ? segment.text.slice(start, end) : (noticed.words ?? null)
  return {
    ruleId: rule.id,
    packId: pack.id,
    pack: pack.title,
    packKind: pack.kind,
    kind: rule.definition.kind,
    rule: rule.title,
    reason: rule.reason,
    severity: rule.severity,
    suggestion: noticed.suggestion ?? rule.suggestion,
    note: noticed.note,
    place: segment?.place ?? 'draft',
    part: segment?.part ?? 0,
    start,
    end,
    words,
    waivable: rule.waivable,
    fingerprint: fingerprintOf(
      rule,
      noticed,
      segment === null ? [...draft.parts.map(({ text }) => text), aim.plannedOn ?? ''] : null,
    ),
  }
}
