import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'

type Answers = InferContractRouterOutputs<Contract>['governance']

export type Event = Answers['events']['items'][number]
export type EventsRequest = InferContractRouterInputs<Contract>['governance']['events']
export type Verification = Answers['audit']['verify']
export type LegalHold = Answers['audit']['placeHold']
export type RetentionRule = Answers['audit']['retention']['items'][number]

/** What the log is narrowed by, as it stands in the address. Days are the reader's. */
export interface LogFilter {
  readonly text?: string
  readonly actor?: string
  readonly verb?: string
  readonly type?: string
  readonly room?: string
  readonly unit?: string
  readonly from?: string
  readonly to?: string
  /** One record: `goal:<id>`. */
  readonly record?: string
}
