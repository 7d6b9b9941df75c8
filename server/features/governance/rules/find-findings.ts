import { sql } from 'kysely'
import type { RuleFinding } from '#contract/rule-records.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { dayIn } from '#server/kernel/day-in.ts'
import { checkSecrets } from '../domain/rules/check-secrets.ts'
import { checkText } from '../domain/rules/check-text.ts'
import type { CompiledRules } from '../domain/rules/compile-rules.ts'
import type { Aim, Draft, Found } from '../domain/rules/draft.ts'
import { primaryOf } from '../domain/rules/language/folding.ts'
import { loadRules } from './load-rules.ts'
import { withWaivers } from './store-waivers.ts'

export interface DraftText {
  readonly parts: readonly { readonly text: string; readonly media: readonly { readonly altText: string }[] }[]
  readonly title: string | null
}

/** Where and when a draft is meant to go out. */
export interface DraftAim {
  /** A tag such as `de-AT`; null: that of the unit, else of the organisation. */
  readonly language: string | null
  readonly platform: string | null
  readonly unitId: string | null
  readonly campaignId: string | null
  /** The day by the calendar of the place; null: not planned yet, which for embargoes means today. */
  readonly plannedOn: string | null
}

export interface FindingDraft extends DraftText, DraftAim {
  readonly organisationId: string
  readonly authorId: string | null
}

/** Everything that brand, region and confidentiality say of a draft, with the waivers that hold. Saves nothing. */
export async function findFindings(kernel: Kernel, db: Db, draft: FindingDraft): Promise<readonly RuleFinding[]> {
  const { findings } = await findForAims(kernel, db, draft.organisationId, draft, [draft])
  return findings[0] ?? []
}

/** The findings that hold a draft back: those that block and that nobody may or did let pass. */
export function blockingFindings(findings: readonly RuleFinding[]): readonly RuleFinding[] {
  return findings.filter(({ severity, waived }) => severity === 'block' && waived === null)
}

export interface Checked {
  /** In the order of the aims. */
  readonly findings: readonly (readonly RuleFinding[])[]
  /** Which confidential entries were hit, by which words; for the record of hits only. */
  readonly secrets: readonly { readonly entryId: string; readonly words: string }[]
}

interface Standing {
  readonly version: number
  readonly language: string
  readonly time_zone: string
  readonly units: readonly {
    readonly id: string
    readonly parent_id: string | null
    readonly country: string | null
    readonly locale: string | null
  }[]
}

/** The same for several aims at once: the texts are walked once, however many channels they are for. */
export async function findForAims(
  kernel: Kernel,
  db: Db,
  organisationId: string,
  text: DraftText,
  aims: readonly DraftAim[],
): Promise<Checked> {
  const standing = await readStanding(
    db,
    organisationId,
    aims.some(({ unitId }) => unitId !== null),
  )
  if (standing === null) return { findings: aims.map(() => []), secrets: [] }
  const rules = await loadRules(kernel, db, organisationId, standing.version)
  const today = dayIn(standing.time_zone, kernel.clock.now())
  const draft = draftOf(text)
  const placed = aims.map((aim) => aimOf(aim, standing))
  const found = checkText(rules, draft, placed)
  const beside = findBeside(rules, draft, placed)
  const secrets = aims.map((aim) => checkSecrets(rules, draft, aim.plannedOn ?? today))
  const all = found.map((ofAim, place): readonly Found[] => [
    ...(secrets[place] ?? []).map((one) => one.found),
    ...ofAim,
    ...(beside[place] ?? []).filter(({ fingerprint }) => !ofAim.some((one) => one.fingerprint === fingerprint)),
  ])
  return {
    findings: await withWaivers(db, organisationId, all),
    secrets: secrets.flat().map(({ secretId, found: { words } }) => ({ entryId: secretId, words: words ?? '' })),
  }
}

/** A draft as the checks take it. */
export function draftOf({ parts, title }: DraftText): Draft {
  return {
    title,
    parts: parts.map(({ text, media }) => ({ text, altTexts: media.map(({ altText }) => altText) })),
  }
}

/** What checks need to know of the organisation; null where it has neither rules nor confidential words yet. */
async function readStanding(db: Db, organisationId: string, withUnits: boolean): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    select h.version, o.language, o.time_zone,
      ${withUnits ? sql`(select coalesce(json_agg(json_build_object('id', u.id, 'parent_id', u.parent_id, 'country', u.country, 'locale', u.locale)), '[]') from organisation_units u where u.organisation_id = o.organisation_id)` : sql`'[]'::json`} as units
    from governance_rule_heads h join organisations o on o.organisation_id = h.organisation_id where h.organisation_id = ${organisationId}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** An aim with the language that is spoken where it leads; null where that is not known. */
interface PlacedAim extends Aim {
  readonly spoken: string | null
}

/** Only in the language that a text says it has: counted over another they mislead. */
const OF_THE_TEXT: readonly Found['kind'][] = ['reading', 'formality']

/** What the rules say when a text is read in the language of its place: people forget to say in which language they write. */
function findBeside(rules: CompiledRules, draft: Draft, aims: readonly PlacedAim[]): readonly (readonly Found[])[] {
  const asked = aims.map(({ spoken, ...aim }) =>
    spoken === null || primaryOf(spoken) === primaryOf(aim.language) ? null : { ...aim, language: spoken },
  )
  const found = checkText(
    rules,
    draft,
    asked.filter((aim) => aim !== null),
  )
  let next = 0
  return asked.map((aim) => {
    if (aim === null) return []
    next += 1
    return (found[next - 1] ?? []).filter(({ kind }) => !OF_THE_TEXT.includes(kind))
  })
}

function aimOf(aim: DraftAim, { units, language }: Standing): PlacedAim {
  const path: Standing['units'][number][] = []
  let next = aim.unitId
  while (next !== null) {
    const unit = units.find(({ id }) => id === next)
    if (unit === undefined || path.includes(unit)) break
    path.push(unit)
    next = unit.parent_id
  }
  const locale = path.find((unit) => unit.locale !== null)?.locale ?? null
  return {
    spoken: locale,
    language: aim.language ?? locale ?? language,
    platform: aim.platform,
    unitPath: path.map(({ id }) => id),
    country: path.find((unit) => unit.country !== null)?.country ?? null,
    plannedOn: aim.plannedOn,
  }
}
