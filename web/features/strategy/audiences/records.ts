import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Contract } from '#contract/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'

type Answers = InferContractRouterOutputs<Contract>
type Requests = InferContractRouterInputs<Contract>

export type Audience = Answers['strategy']['audiences']['show']
export type AudienceRequest = Requests['strategy']['audiences']['create']
export type Place = Audience['places'][number]
export type Source = Audience['sources'][number]
export type Coverage = Answers['strategy']['audiences']['coverage']
export type CoverageRow = Coverage['rows'][number]
export type AudienceResult = Answers['measurement']['audienceResults']['items'][number]

/** All audiences, those that are kept or those in the archive. */
export function everyAudience(archived: boolean) {
  return queryOptions({
    queryKey: [...orpc.strategy.audiences.list.key(), 'every', archived],
    queryFn: () =>
      everyPage((page) => api.strategy.audiences.list({ ...page, ...(archived ? { archived: 'true' } : {}) })),
  })
}
