import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { QueryClient } from '@tanstack/react-query'
import type { Contract } from '#contract/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'

type Answers = InferContractRouterOutputs<Contract>['governance']['rules']
type Requests = InferContractRouterInputs<Contract>['governance']['rules']

export type Pack = Answers['pack']
export type PackSummary = Answers['packs']['items'][number]
export type ReadyPack = Answers['readyPacks']['items'][number]
export type Rule = Pack['items'][number]
export type Definition = Rule['definition']
export type RuleFinding = Answers['tryText']['findings'][number]
export type RuleRequest = Omit<Requests['createRule'], 'id'>
export type PackFile = Requests['importPack']

/** Every pack; there are few. */
export const everyPack = {
  queryKey: [...orpc.governance.rules.packs.key(), 'every'],
  queryFn: () => everyPage((page) => api.governance.rules.packs(page)),
}

/** After a change of rules: lists, packs, and what the composer said of a text. */
export async function refreshRules(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: orpc.governance.rules.key() }),
    queryClient.invalidateQueries({ queryKey: orpc.publishing.check.key() }),
  ])
}
