import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Contract } from '#contract/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'

type Answers = InferContractRouterOutputs<Contract>['strategy']['audit']
type Requests = InferContractRouterInputs<Contract>['strategy']['audit']

export type Account = Answers['account']
export type AccountRequest = Requests['createAccount']
export type Reading = NonNullable<Account['reading']>
export type Finding = Account['findings'][number]['finding']
export type Competitor = Answers['competitors']['show']
export type Side = Answers['comparison']['sides'][number]
export type SwotLine = Answers['swot']['create']
export type Quadrant = SwotLine['quadrant']
export type Tried = Answers['check']

/** All competitors: to choose from, and to add accounts to. */
export const everyCompetitor = queryOptions({
  queryKey: [...orpc.strategy.audit.competitors.list.key(), 'every'],
  queryFn: () => everyPage((page) => api.strategy.audit.competitors.list(page)),
})

/** All accounts, ours and theirs: evidence to choose from, and whose public profiles are looked up one after the other. */
export const everyAccount = queryOptions({
  queryKey: [...orpc.strategy.audit.accounts.key(), 'every'],
  queryFn: () => everyPage((page) => api.strategy.audit.accounts(page)),
})

/** All readings of an account, for its history as a line. */
export function everyReadingOf(id: string) {
  return queryOptions({
    queryKey: [...orpc.strategy.audit.readings.key(), 'every', id],
    queryFn: () => everyPage((page) => api.strategy.audit.readings({ ...page, id })),
  })
}
