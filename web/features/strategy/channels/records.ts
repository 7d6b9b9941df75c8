import type { InferContractRouterOutputs } from '@orpc/contract'
import { queryOptions } from '@tanstack/react-query'
import { CRITERIA } from '#contract/channel-criteria.ts'
import type { Criterion } from '#contract/channel-criteria.ts'
import type { Contract } from '#contract/index.ts'
import { orpc } from '#web/kernel/client.ts'

type Answers = InferContractRouterOutputs<Contract>['strategy']['channelChoice']

export type Choices = Answers['list']
export type Choice = Choices['items'][number]
export type Rhythm = Answers['rhythm']['platforms'][number]
export type Weights = Readonly<Record<Criterion, number>>

/** Everything that is up for choice. */
export const allChoices = queryOptions(orpc.strategy.channelChoice.list.queryOptions())

/** A value for every criterion. */
export function eachCriterion<Value>(of: (criterion: Criterion) => Value): Record<Criterion, Value> {
  return {
    audience: of('audience'),
    purpose: of('purpose'),
    format: of('format'),
    effort: of('effort'),
    cost: of('cost'),
    risk: of('risk'),
  }
}

export { CRITERIA }
