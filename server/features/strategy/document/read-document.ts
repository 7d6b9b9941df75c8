import { may, todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Language } from '#contract/kinds.ts'
import type { StrategyNeeds } from '../ports.ts'
import { showContent, type Reader, type ShownContent } from './show-content.ts'
import { showDocument, type ShownDocument } from './show-document.ts'
import { selectDocument } from './store.ts'
import { EMPTY, takeSnapshot } from './take-snapshot.ts'

/** The texts of the plan and when it is reviewed. */
export function readDocument({ kernel }: StrategyNeeds, { organisationId }: Actor): Promise<ShownDocument> {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const today = await todayOfOrganisation(db, organisationId, kernel.clock.now())
    return showDocument(await selectDocument(db, organisationId), today)
  })
}

/** The plan as it reads at this moment, also before anybody has begun to write. */
export function readDraft(needs: StrategyNeeds, actor: Actor, language: Language): Promise<ShownContent> {
  const { organisationId } = actor
  return needs.kernel.database.inOrganisation(organisationId, async (db) => {
    const row = await selectDocument(db, organisationId)
    const snapshot = await takeSnapshot(db, needs, organisationId, row ?? { title: EMPTY, texts: {} })
    return showContent(snapshot, readerOf(actor, language))
  })
}

/** What this person sees of a plan. */
export function readerOf(actor: Actor, language: Language): Reader {
  return { language, budget: may(actor, 'budget.read').allowed }
}
