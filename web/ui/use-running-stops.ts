import type { InferContractRouterOutputs } from '@orpc/contract'
import { useQuery } from '@tanstack/react-query'
import type { Contract } from '#contract/index.ts'
import { orpc } from '#web/kernel/client.ts'

export type RunningStop = InferContractRouterOutputs<Contract>['governance']['stops']['running']['items'][number]

const ASK_EVERY_MS = 5000
const NONE: readonly RunningStop[] = []

/** The emergency stops that run now, the widest first; asked for every few seconds and whenever one comes back to the page. */
export function useRunningStops(): readonly RunningStop[] {
  const running = useQuery(
    orpc.governance.stops.running.queryOptions({
      refetchInterval: ASK_EVERY_MS,
      refetchOnWindowFocus: 'always',
      staleTime: ASK_EVERY_MS,
      retry: false,
    }),
  )
  return running.data?.items ?? NONE
}
