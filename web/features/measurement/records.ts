import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'

type Answers = InferContractRouterOutputs<Contract>['measurement']

export type Executive = Answers['executiveHome']
export type Manager = Answers['managerHome']
export type Officer = Answers['officerHome']
export type Overview = Answers['overview']
export type Objective = Executive['objectives'][number]
export type CampaignResult = Executive['campaigns'][number]
export type CampaignPlan = Manager['campaigns'][number]
export type Coverage = Manager['coverage'][number]
export type Risk = Executive['risks'][number]
export type Orphans = Executive['orphans']
export type Result = Executive['total']
export type Money = Result['value'][number]
export type Goal = Manager['goals'][number]
export type TracedPost = Officer['today'][number]
export type RecentPost = Officer['recent'][number]
export type DayGap = Officer['gaps'][number]
export type AudienceResults = Answers['audienceResults']
export type Link = Answers['links']['items'][number]
export type Conversion = Answers['conversions']['items'][number]
