import type { PlanStarter } from '#contract/plan-sections.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { StrategyNeeds } from '../ports.ts'
import { hashOfContent } from './show-version.ts'
import { starterFor } from './starters/index.ts'
import { insertDocument } from './store.ts'
import { insertVersion } from './store-versions.ts'
import { takeSnapshot } from './take-snapshot.ts'

export interface PlantedPlan {
  readonly organisationId: string
  readonly starter: PlanStarter
  readonly ownerId: string | null
  readonly reviewOn: string
  /** The first version, as it was approved. */
  readonly approved: { readonly at: Date; readonly by: string; readonly note: string; readonly words: string }
}

/** A plan of a made-up organisation, with one approved version; its figures are those of the day of its approval. */
export async function plantDocument(db: Db, { kernel, ports }: StrategyNeeds, plan: PlantedPlan): Promise<void> {
  const { organisationId, starter, ownerId, reviewOn, approved } = plan
  const { name } = await readOrganisation(db, organisationId)
  const { title, texts } = starterFor(starter, name)
  await insertDocument(db, {
    organisation_id: organisationId,
    starter,
    title: JSON.stringify(title),
    texts: JSON.stringify(texts),
    owner_id: ownerId,
    review_every: 'quarter',
    review_on: reviewOn,
    created_by: ownerId,
    created_at: approved.at,
    changed_by: ownerId,
    changed_at: approved.at,
  })
  const then = { ...kernel, clock: { ...kernel.clock, now: () => approved.at } }
  const content = JSON.stringify(await takeSnapshot(db, { kernel: then, ports }, organisationId, { title, texts }))
  await insertVersion(db, {
    organisation_id: organisationId,
    number: 1,
    content,
    hash: hashOfContent(content),
    note: approved.note,
    state: 'approved',
    proposed_by: ownerId,
    proposed_at: approved.at,
    decided_by: approved.by,
    decided_at: approved.at,
    words: approved.words,
  })
}
