import { ACTIONS, OPERATING_MODELS, ROLES } from '#contract/actions.ts'
import { may } from '#server/features/organisation/index.ts'
import { reachOf, type ModelUnit } from '#server/features/organisation/domain/operating-model.ts'
import type { Standing } from '#server/kernel/facts.ts'
import { percentile } from './figures.ts'

const ROUNDS = 2000

/** What one question to `may` costs once the facts are there, in microseconds: all rights, roles and models, deep units. */
export function measureMay(): { readonly median: number; readonly p99: number } {
  const company: ModelUnit = { id: 'company', parentId: null, kind: 'company', centre: false }
  const chain: ModelUnit[] = Array.from({ length: 12 }, (_, at) => ({
    id: `unit-${at}`,
    parentId: at === 0 ? 'company' : `unit-${at - 1}`,
    kind: 'team',
    centre: false,
  }))
  const path = [...chain.map((unit) => unit.id).toReversed(), 'company']
  const standings: Standing[] = OPERATING_MODELS.flatMap((model) =>
    ROLES.map((role) => ({
      role,
      scopes: [...ACTIONS],
      facts: { model, units: [], reach: reachOf(model, chain, [company, ...chain], []), unmet: [], agency: null },
    })),
  )
  const costs: number[] = []
  let allowed = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now()
    for (const standing of standings)
      for (const action of ACTIONS) if (may(standing, action, { unitPath: path }).allowed) allowed += 1
    costs.push(((performance.now() - began) * 1000) / (standings.length * ACTIONS.length))
  }
  if (allowed === 0) throw new Error('Nothing was allowed, so nothing was measured.')
  return { median: percentile(costs, 0.5), p99: percentile(costs, 0.99) }
}
