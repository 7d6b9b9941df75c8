import { PolicyContent, STARTERS } from '#contract/policies.ts'
import type { PolicyText } from '../../domain/policy-text.ts'
import { charity } from './charity.ts'
import { company } from './company.ts'
import { publicBody } from './public-body.ts'
import type { Starter } from './starter.ts'

type StarterKey = (typeof STARTERS)[number]

const TEXTS: Readonly<Record<StarterKey, Starter>> = { company, 'public-body': publicBody, charity }

/** The starter of this kind, in which the organisation is called by its name. */
export function starterFor(key: StarterKey, organisation: string): PolicyText {
  const named = JSON.stringify(TEXTS[key]).replaceAll('{organisation}', () => JSON.stringify(organisation).slice(1, -1))
  return PolicyContent.parse(JSON.parse(named))
}

/** Every starter, as it reads before it is given a name. */
export function listStarters(): { key: StarterKey; content: PolicyText }[] {
  return STARTERS.map((key) => ({ key, content: starterFor(key, '…') }))
}
