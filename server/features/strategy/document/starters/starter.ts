import type { PlanSection } from '#contract/plan-sections.ts'
import type { BothLanguages } from '../../domain/plan-content.ts'

/** A ready plan; `{organisation}` stands for the organisation's name. */
export interface Starter {
  readonly title: BothLanguages
  readonly texts: Readonly<Record<PlanSection, BothLanguages>>
}

/** One text in both languages. */
export const both = (en: string, tr: string): BothLanguages => ({ en, tr })
