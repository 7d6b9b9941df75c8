import { queryOptions } from '@tanstack/react-query'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'
import type { LineKind } from '#contract/lines.ts'
import { orpc } from '#web/kernel/client.ts'

export type Chart = InferContractRouterOutputs<Contract>['organisation']['lines']['chart']
export type ChartPosition = Chart['positions'][number]
export type ChartUnit = Chart['units'][number]
export type { LineKind }

/** Which lines are drawn. */
export const SHOWN = ['both', 'functional', 'administrative'] as const
export type Shown = (typeof SHOWN)[number]

/** The chart as it is, or as it was on a day. */
export function chartQuery(on: string | undefined) {
  return queryOptions(orpc.organisation.lines.chart.queryOptions({ input: on === undefined ? {} : { on } }))
}

/** The lines drawn in a choice. */
export function kindsOf(shown: Shown): readonly LineKind[] {
  return shown === 'both' ? ['functional', 'administrative'] : [shown]
}
