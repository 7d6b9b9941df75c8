import { PLAN_SECTIONS } from '#contract/plan-sections.ts'
import { readOrganisation, todayOfOrganisation } from '#server/features/organisation/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { BothLanguages, PlanSnapshot, TakenBlock } from '../domain/plan-content.ts'
import type { StrategyNeeds } from '../ports.ts'
import type { Reading } from './blocks/block.ts'
import { BLOCKS } from './blocks/index.ts'

export const EMPTY: BothLanguages = { en: '', tr: '' }

export interface Texts {
  readonly title: BothLanguages
  readonly texts: Readonly<Partial<Record<(typeof PLAN_SECTIONS)[number], BothLanguages>>>
}

/** What the plan says now: these texts, and what the records of every room say at this moment. */
export async function takeSnapshot(
  db: Db,
  { kernel, ports }: StrategyNeeds,
  organisationId: string,
  { title, texts }: Texts,
): Promise<PlanSnapshot> {
  const now = kernel.clock.now()
  const { name, currency } = await readOrganisation(db, organisationId)
  const today = await todayOfOrganisation(db, organisationId, now)
  const reading: Reading = { db, ports, organisationId, now, today, currency }
  const taken: { readonly section: string; readonly block: TakenBlock }[] = []
  // One after the other: they share one connection.
  for (const { room, section, budget = false, read } of BLOCKS)
    taken.push({ section, block: { room, budget, parts: await read(reading) } })
  return {
    organisation: name,
    at: now.toISOString(),
    title,
    sections: PLAN_SECTIONS.map((key) => ({
      key,
      texts: texts[key] ?? EMPTY,
      blocks: taken.filter((one) => one.section === key).map(({ block }) => block),
    })),
  }
}
