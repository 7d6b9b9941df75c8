import type { RuleDefinition, RuleFinding } from '#contract/rule-records.ts'

/** A rule as the checks need it. */
export interface Rule {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly reason: string
  readonly suggestion: string | null
  readonly severity: RuleFinding['severity']
  readonly waivable: boolean
  readonly platforms: readonly string[]
  readonly languages: readonly string[]
  readonly unitIds: readonly string[]
  readonly definition: RuleDefinition
}

export interface Pack {
  readonly id: string
  readonly title: string
  readonly kind: 'brand' | 'region'
  readonly countries: readonly string[]
  readonly unitIds: readonly string[]
  readonly rules: readonly Rule[]
}

/** What is kept confidential, as the checks need it. Nothing of it but the contact leaves them. */
export interface Secret {
  readonly id: string
  readonly words: readonly string[]
  readonly embargoUntil: string | null
  readonly contact: string
}

/** What is checked. */
export interface Draft {
  readonly parts: readonly { readonly text: string; readonly altTexts: readonly string[] }[]
  readonly title: string | null
}

/** For whom, where and when: what decides which rules concern a draft. */
export interface Aim {
  readonly language: string
  readonly platform: string | null
  /** The channel's unit and all above it. */
  readonly unitPath: readonly string[]
  readonly country: string | null
  /** The day it goes out, by the calendar of the place. */
  readonly plannedOn: string | null
}

/** What a rule found, before it is said whether somebody let it pass. */
export type Found = Omit<RuleFinding, 'waived'>
