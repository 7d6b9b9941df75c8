import type { PlanStarter } from '#contract/plan-sections.ts'
import { b2b } from './b2b.ts'
import { b2c } from './b2c.ts'
import { charity } from './charity.ts'
import { publicBody } from './public-body.ts'
import type { Starter } from './starter.ts'

const STARTERS: Readonly<Record<PlanStarter, Starter>> = { b2c, b2b, 'public-body': publicBody, charity }

/** The ready plan of this kind, in which the organisation is called by its name. */
export function starterFor(key: PlanStarter, organisation: string): Starter {
  return JSON.parse(
    JSON.stringify(STARTERS[key]).replaceAll('{organisation}', () => JSON.stringify(organisation).slice(1, -1)),
  ) as Starter
}
