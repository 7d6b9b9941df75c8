import type { Channel, Check, Finding, RuleFinding } from '../records.ts'
import { BASE, formOf } from './composition.ts'
import type { Composition, Tab } from './composition.ts'
import type { Checks } from './use-checks.ts'

/** A finding with the tab it belongs to and the channels that share it. */
export interface PlacedFinding {
  readonly finding: Finding
  /** The rule's own words, where it is a rule of brand or region or a confidential word. */
  readonly rule: RuleFinding | null
  readonly tab: Tab
  readonly channels: readonly string[]
}

const WEIGHT: Readonly<Record<Finding['severity'], number>> = { block: 0, warn: 1, inform: 2 }

/** Whether a finding of a channel can be mended in the base: its place in the channel's text is the place there, or it has none. */
function isOfBase(composition: Composition, channel: Channel, finding: Finding): boolean {
  if (composition.own[channel.id] !== undefined) return false
  const unplaced = finding.from === null && !finding.code.startsWith('media.')
  return unplaced || formOf(composition, channel.id, channel.description.threads) === composition.base
}

/** A rule's finding as the drawing and counting of findings take it. What somebody let pass no longer warns. */
function asFinding(rule: RuleFinding): Finding {
  const placed = rule.place === 'text'
  return {
    code: 'rule',
    severity: rule.waived === null ? rule.severity : 'inform',
    part: rule.part,
    from: placed ? rule.start : null,
    to: placed ? rule.end : null,
    params: { fingerprint: rule.fingerprint, place: rule.place, start: rule.start ?? -1 },
  }
}

function allOf(check: Check | undefined): readonly (readonly [Finding, RuleFinding | null])[] {
  return [
    ...(check?.rules ?? []).map((rule) => [asFinding(rule), rule] as const),
    ...(check?.findings ?? []).map((finding) => [finding, null] as const),
  ]
}

/** All findings, the gravest first. What several channels find in the base text is said once, with the channels named. */
export function placeFindings(
  composition: Composition,
  channels: readonly Channel[],
  checks: Checks,
  withBase: boolean,
): readonly PlacedFinding[] {
  const placed = new Map<string, PlacedFinding>()
  for (const channel of channels) {
    for (const [finding, rule] of allOf(checks.byChannel.get(channel.id))) {
      const tab = withBase && isOfBase(composition, channel, finding) ? BASE : channel.id
      const key = JSON.stringify([tab, finding])
      placed.set(key, { finding, rule, tab, channels: [...(placed.get(key)?.channels ?? []), channel.id] })
    }
  }
  return [...placed.values()].sort((one, other) => WEIGHT[one.finding.severity] - WEIGHT[other.finding.severity])
}

/** The findings to be drawn in one part of a tab's text. */
export function findingsAt(placed: readonly PlacedFinding[], tab: Tab, part: number): readonly Finding[] {
  return placed.filter((one) => one.tab === tab && one.finding.part === part).map(({ finding }) => finding)
}

/** The channels for which something blocks. */
export function blockedChannels(placed: readonly PlacedFinding[]): ReadonlySet<string> {
  return new Set(placed.filter(({ finding }) => finding.severity === 'block').flatMap(({ channels }) => channels))
}
