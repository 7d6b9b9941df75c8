import type { InferContractRouterOutputs } from '@orpc/contract'
import type { QueryClient } from '@tanstack/react-query'
import type { Contract } from '#contract/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'

type Answers = InferContractRouterOutputs<Contract>['governance']['watch']

export type Entry = Answers['list']['items'][number]
export type EntryDetails = Answers['view']

/** Everything that is kept; there is little. */
export const everyEntry = {
  queryKey: [...orpc.governance.watch.list.key(), 'every'],
  queryFn: () => everyPage((page) => api.governance.watch.list(page)),
}

/** After a look or a change. */
export async function refreshEntries(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: orpc.governance.watch.key() }),
    queryClient.invalidateQueries({ queryKey: orpc.publishing.check.key() }),
  ])
}
