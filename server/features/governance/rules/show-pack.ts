import type { z } from 'zod'
import { RuleDefinition } from '#contract/rule-records.ts'
import type { PackSource, Rule, RuleBody, RulePack, RulePackSummary } from '#contract/rules.ts'
import type { PackRow, RuleRow } from './store.ts'

export type ShownRule = z.output<typeof Rule>
export type ShownPack = z.output<typeof RulePack>
export type Body = z.output<typeof RuleBody>

/** A pack as lists show it. */
export function showPackSummary(row: PackRow): z.output<typeof RulePackSummary> {
  return {
    id: row.id,
    kind: row.kind as 'brand' | 'region',
    title: row.title,
    description: row.description,
    countries: row.countries,
    units: row.units,
    sources: row.sources as z.output<typeof PackSource>[],
    enabled: row.enabled,
    readyKey: row.ready_key,
    rules: row.rules,
    rulesOn: row.rules_on,
    changedAt: row.changed_at.toISOString(),
    version: row.version,
  }
}

/** A pack with its rules. */
export function showPack(row: PackRow, rules: readonly RuleRow[]): ShownPack {
  return { ...showPackSummary(row), items: rules.map(showRule) }
}

/** A rule as the contract describes it. */
export function showRule(row: RuleRow): ShownRule {
  return { ...bodyOf(row), id: row.id, packId: row.pack_id, enabled: row.enabled, version: row.version }
}

/** What a rule says, without its place. */
export function bodyOf(row: RuleRow): Body {
  return {
    title: row.title,
    reason: row.reason,
    suggestion: row.suggestion,
    severity: row.severity as Body['severity'],
    waivable: row.waivable,
    platforms: row.platforms,
    languages: row.languages,
    unitIds: row.unit_ids,
    // Rows of before a field was added get its default.
    definition: RuleDefinition.parse(row.definition),
  }
}

/** The columns of what a rule says. */
export function bodyColumns(body: Body) {
  return {
    title: body.title,
    reason: body.reason,
    suggestion: body.suggestion,
    severity: body.severity,
    waivable: body.waivable,
    platforms: body.platforms,
    languages: body.languages,
    unit_ids: body.unitIds,
    definition: JSON.stringify(body.definition),
  }
}

/** What an event says of a pack. */
export function packFacts({ title, description, countries, units, sources, enabled }: ShownPack) {
  return { title, description, countries, unitIds: units.map(({ id }) => id), sources, enabled }
}

/** What an event says of a rule. */
export function ruleFacts(rule: ShownRule) {
  const { title, reason, suggestion, severity, waivable, platforms, languages, unitIds, definition, enabled } = rule
  return { title, reason, suggestion, severity, waivable, platforms, languages, unitIds, definition, enabled }
}
