import { queryOptions } from '@tanstack/react-query'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'

export type Placement = InferContractRouterOutputs<Contract>['organisation']['placements']['read']
export type PlacementResult = Placement['result']
export type Answers = Record<string, string[]>
export type Weights = Record<string, number>

/** Everything kept so far, newest first. */
export const placementsQuery = queryOptions({
  queryKey: [...orpc.organisation.placements.list.key(), 'every'],
  queryFn: () => everyPage((page) => api.organisation.placements.list(page)),
})

/** What these answers recommend; the last answer stands until the next is there. */
export function evaluationQuery(answers: Answers, weights: Weights) {
  return queryOptions({
    ...orpc.organisation.placements.evaluate.queryOptions({ input: { answers, weights } }),
    placeholderData: (before: PlacementResult | undefined) => before,
  })
}
