import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Contract } from '#contract/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'

type Answers = InferContractRouterOutputs<Contract>['strategy']['budget']
type Requests = InferContractRouterInputs<Contract>['strategy']['budget']

export type Budget = Answers['show']
export type Sums = Budget['total']
export type BudgetLine = Answers['line']
export type LineRequest = Requests['createLine']
export type Hours = Answers['hours']['items'][number]
export type HoursRequest = Requests['logHours']
export type Tool = Answers['tool']
export type ToolRequest = Requests['createTool']
export type ExchangeRate = Answers['rates']['items'][number]
export type CostRate = Answers['costRates']['items'][number]
export type TriedFile = Answers['tryImport']

/** All subscriptions: there are few, and they are read as a whole. */
export const everyTool = queryOptions({
  queryKey: [...orpc.strategy.budget.tools.key(), 'every'],
  queryFn: () => everyPage((page) => api.strategy.budget.tools(page)),
})

/** All cost rates, for those who may see them. */
export const everyCostRate = queryOptions({
  queryKey: [...orpc.strategy.budget.costRates.key(), 'every'],
  queryFn: () => everyPage((page) => api.strategy.budget.costRates(page)),
})

/** All plans, tactical and action plans, for something to be charged to. */
export const everyPlan = queryOptions({
  queryKey: [...orpc.strategy.plans.list.key(), 'every'],
  queryFn: () => everyPage((page) => api.strategy.plans.list(page)),
})
