import { unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { checkText } from '../domain/rules/check-text.ts'
import { compileRules } from '../domain/rules/compile-rules.ts'
import type { Input } from '../input.ts'
import { findFindings } from './find-findings.ts'
import { readPacks } from './load-rules.ts'
import { withWaivers } from './store-waivers.ts'

/** What the rules say of a text. Of one pack alone: whatever the pack is limited to, so that each of its rules can be tried. */
export function tryText(kernel: Kernel, actor: Actor, input: Input<'rules', 'tryText'>) {
  const { organisationId } = actor
  const text = {
    parts: [{ text: input.text, media: (input.altTexts ?? []).map((altText) => ({ altText })) }],
    title: input.title ?? null,
  }
  const aim = {
    language: input.language ?? null,
    platform: input.platform ?? null,
    unitId: input.unitId ?? null,
    campaignId: null,
    plannedOn: input.plannedOn ?? null,
  }
  return kernel.database.inOrganisation(organisationId, async (db) => {
    if (input.packId === undefined) {
      const findings = await findFindings(kernel, db, { organisationId, ...text, ...aim, authorId: actor.personId })
      return { findings: [...findings] }
    }
    const [pack] = await readPacks(db, organisationId, input.packId)
    if (pack === undefined) throw unknownReference('packId')
    const open = {
      ...pack,
      countries: [],
      unitIds: [],
      rules: pack.rules.map((rule) => ({
        ...rule,
        unitIds: [],
        platforms: input.platform == null ? [] : rule.platforms,
      })),
    }
    const calendars = (await import('date-holidays')).default
    const [found = []] = checkText(
      compileRules([open], [], calendars),
      { title: text.title, parts: [{ text: input.text, altTexts: input.altTexts ?? [] }] },
      [{ ...aim, language: aim.language ?? actor.language, unitPath: [], country: null }],
    )
    const [findings = []] = await withWaivers(db, organisationId, [found])
    return { findings }
  })
}
