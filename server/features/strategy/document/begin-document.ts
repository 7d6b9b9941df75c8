import { PLAN_SECTIONS, type PlanSection, type PlanStarter } from '#contract/plan-sections.ts'
import type { Language } from '#contract/kinds.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import { readOrganisation, todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { BothLanguages } from '../domain/plan-content.ts'
import type { DocumentInput } from '../input.ts'
import type { StrategyNeeds } from '../ports.ts'
import { showDocument } from './show-document.ts'
import { starterFor } from './starters/index.ts'
import { insertDocument, lockDocument, selectDocument, updateDocument } from './store.ts'
import { EMPTY, type Texts } from './take-snapshot.ts'

const LANGUAGES: readonly Language[] = ['en', 'tr']

/**
 * Begins the plan with a ready one in which the organisation's name stands, or with empty sections. Where it was begun already,
 * sections that nobody has written, or that still read as the starter before, are filled anew; all others stay.
 */
export function beginDocument({ kernel }: StrategyNeeds, context: RequestContext, { starter }: DocumentInput<'begin'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockDocument(db, organisationId)
    const before = await selectDocument(db, organisationId)
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    if (before !== null) expectVersion(context, before.version)
    const { name } = await readOrganisation(db, organisationId)
    const next = filled(before ?? { title: EMPTY, texts: {} }, {
      old: textsOf(before?.starter ?? null, name),
      fresh: textsOf(starter, name),
    })
    if (before !== null && before.starter === starter && isSame(before, next)) return showDocument(before, today)
    const columns = {
      starter,
      title: JSON.stringify(next.title),
      texts: JSON.stringify(next.texts),
      changed_by: actor.personId,
      changed_at: kernel.clock.now(),
    }
    if (before === null)
      await insertDocument(db, {
        ...columns,
        organisation_id: organisationId,
        created_by: actor.personId,
        created_at: kernel.clock.now(),
      })
    else await updateDocument(db, organisationId, columns)
    record({
      verb: 'plan-document.begun',
      subject: { type: 'plan-document', id: organisationId },
      before: before === null ? null : { starter: before.starter },
      after: { starter },
    })
    return showDocument(await selectDocument(db, organisationId), today)
  })
}

function textsOf(starter: PlanStarter | null, organisation: string): Texts {
  return starter === null ? { title: EMPTY, texts: {} } : starterFor(starter, organisation)
}

/** What nobody has written himself, as the new starter has it. */
function filled(now: Texts, { old, fresh }: { readonly old: Texts; readonly fresh: Texts }): Texts {
  const each = (mine: BothLanguages, was: BothLanguages, will: BothLanguages): BothLanguages => {
    const one = (language: Language) =>
      mine[language].trim() === '' || mine[language] === was[language] ? will[language] : mine[language]
    return { en: one('en'), tr: one('tr') }
  }
  return {
    title: each(now.title, old.title, fresh.title),
    texts: Object.fromEntries(
      PLAN_SECTIONS.map((key) => [key, each(at(now, key), at(old, key), at(fresh, key))]),
    ) as Texts['texts'],
  }
}

function at({ texts }: Texts, key: PlanSection): BothLanguages {
  return texts[key] ?? EMPTY
}

function isSame(one: Texts, other: Texts): boolean {
  return LANGUAGES.every(
    (language) =>
      one.title[language] === other.title[language] &&
      PLAN_SECTIONS.every((key) => at(one, key)[language] === at(other, key)[language]),
  )
}
