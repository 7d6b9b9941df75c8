import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Contract } from '#contract/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'

type Answers = InferContractRouterOutputs<Contract>['strategy']
type Requests = InferContractRouterInputs<Contract>['strategy']

export type Plan = Answers['plans']['show']
export type PlanRequest = Requests['plans']['create']
export type Task = Answers['plans']['task']
export type TaskRequest = Requests['plans']['createTask']
export type TaskState = Task['state']
export type Review = Answers['cascade']['reviews']['items'][number]
export type Cascade = Answers['cascade']['show']
export type Branch = Answers['cascade']['branches']['items'][number]

export const TASK_COLUMNS: readonly TaskState[] = ['open', 'doing', 'done', 'dropped']

/** All tactical plans, for an action plan to choose from. */
export const everyTacticalPlan = queryOptions({
  queryKey: [...orpc.strategy.plans.list.key(), 'every-tactical'],
  queryFn: () => everyPage((page) => api.strategy.plans.list({ ...page, level: 'tactical' })),
})

/** All plans, for an objective of a scorecard to choose from. */
export const everyPlan = queryOptions({
  queryKey: [...orpc.strategy.plans.list.key(), 'every'],
  queryFn: () => everyPage((page) => api.strategy.plans.list(page)),
})

/** All tasks of a plan: a board is looked at as a whole. */
export function everyTaskOf(planId: string) {
  return queryOptions({
    queryKey: [...orpc.strategy.plans.tasks.key(), 'every', planId],
    queryFn: () => everyPage((page) => api.strategy.plans.tasks({ ...page, planId })),
  })
}

/** All campaigns, for a task to choose from. */
export const everyCampaign = queryOptions({
  queryKey: [...orpc.content.campaigns.key(), 'every'],
  queryFn: () => everyPage((page) => api.content.campaigns(page)),
})
