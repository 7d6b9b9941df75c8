import type { RuleFinding } from '#contract/rule-records.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { findForAims, type Checked } from '../rules/find-findings.ts'
import type { Draft } from './draft.ts'
import type { Place } from './read-facts.ts'

/** What the rules noticed in a draft, in the words that workflows and approvers need. */
export interface DraftFinding {
  readonly source: 'brand' | 'region' | 'confidential'
  readonly severity: 'inform' | 'warn' | 'block'
  readonly rule: string
  readonly reason: string
  readonly place: RuleFinding['place']
  readonly part: number
  readonly start: number | null
  readonly end: number | null
  readonly words: string | null
  readonly waived: boolean
}

export interface FoundInDraft {
  readonly findings: readonly DraftFinding[]
  /** Which confidential entries were hit; for the record of hits only. */
  readonly secrets: Checked['secrets']
}

/** Asks the rules of brand, region and confidentiality about a draft. The only place where approvals meet them. */
export async function findInDraft(kernel: Kernel, db: Db, draft: Draft, place: Place): Promise<FoundInDraft> {
  const text = { parts: draft.parts.map(({ text, pictures }) => ({ text, media: pictures })), title: draft.title }
  const aim = {
    language: draft.language,
    platform: place.platform,
    unitId: place.unitId,
    campaignId: draft.campaignId,
    plannedOn: draft.plannedOn,
  }
  const checked = await findForAims(kernel, db, draft.organisationId, text, [aim])
  return { findings: await showFindings(db, draft.organisationId, checked.findings[0] ?? []), secrets: checked.secrets }
}

async function showFindings(
  db: Db,
  organisationId: string,
  findings: readonly RuleFinding[],
): Promise<readonly DraftFinding[]> {
  const regional = await readRegionalPacks(db, organisationId, findings)
  return findings.map((finding) => ({
    source: finding.kind === 'confidential' ? 'confidential' : regional.has(finding.packId ?? '') ? 'region' : 'brand',
    severity: finding.severity,
    rule: finding.rule,
    reason: finding.reason,
    place: finding.place,
    part: finding.part,
    start: finding.start,
    end: finding.end,
    words: finding.words,
    waived: finding.waived !== null,
  }))
}

/** Which of the packs that found something are a region's. */
async function readRegionalPacks(
  db: Db,
  organisationId: string,
  findings: readonly RuleFinding[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(findings.flatMap(({ packId }) => (packId === null ? [] : [packId])))]
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('governance_rule_packs')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .where('kind', '=', 'region')
    .execute()
  return new Set(rows.map(({ id }) => id))
}
