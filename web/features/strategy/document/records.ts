import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'

type Answers = InferContractRouterOutputs<Contract>['strategy']['planDocument']

export type PlanDocument = Answers['show']
export type PlanContent = Answers['draft']
export type PlanChapter = PlanContent['chapters'][number]
export type PlanSectionShown = PlanChapter['sections'][number]
export type PlanBlock = PlanSectionShown['blocks'][number]
export type PlanPart = PlanBlock['parts'][number]
export type PlanVersion = Answers['versions']['items'][number]
export type PlanLink = Answers['links']['items'][number]
export type PlanReview = Answers['reviews']['items'][number]
export type PlanDifference = Answers['comparison']

export const PLAN_LANGUAGES = ['en', 'tr'] as const
export type PlanLanguage = (typeof PLAN_LANGUAGES)[number]

/** The language that a word in an address names; else that of the interface. */
export function planLanguage(word: string | undefined, otherwise: string): PlanLanguage {
  return PLAN_LANGUAGES.find((language) => language === word) ?? (otherwise === 'tr' ? 'tr' : 'en')
}
