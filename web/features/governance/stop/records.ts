import type { InferContractRouterOutputs } from '@orpc/contract'
import type { QueryClient } from '@tanstack/react-query'
import type { Contract } from '#contract/index.ts'
import { orpc } from '#web/kernel/client.ts'

type Answers = InferContractRouterOutputs<Contract>['governance']['stops']

export type Stop = Answers['show']
export type StopItem = Answers['items']['items'][number]

/** After a stop began, ended or was reviewed: all that shows stops, posts or deliveries asks again. */
export async function refreshStops(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: orpc.governance.stops.key() }),
    queryClient.invalidateQueries({ queryKey: orpc.publishing.key() }),
  ])
}
