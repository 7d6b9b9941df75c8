import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Contract } from '#contract/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'

type Answers = InferContractRouterOutputs<Contract>
type Requests = InferContractRouterInputs<Contract>

export type Direction = Answers['strategy']['direction']
export type Objective = Answers['strategy']['objective']
export type Perspective = Objective['perspective']
export type Goal = Answers['strategy']['goal']
export type Kpi = Answers['strategy']['kpis']['items'][number]
export type KpiRequest = Requests['strategy']['catalogue']['create']
export type KpiDetail = Answers['strategy']['catalogue']['show']
export type KpiPreview = Answers['strategy']['catalogue']['preview']
export type SmartMark = Answers['strategy']['catalogue']['checkGoal']['marks'][number]
export type GoalParts = Answers['measurement']['goalParts']
export type Scorecard = Answers['strategy']['scorecards']['show']
export type Scorecards = Answers['strategy']['scorecards']['list']
export type ScorecardObjective = Scorecard['items'][number]
export type Measure = ScorecardObjective['measures'][number]
export type Light = Measure['light']
export type Progress = Answers['measurement']['progress']['items'][number]
export type Standing = Progress['standing']
export type Campaign = Answers['content']['campaigns']['items'][number]
export type Event = Answers['governance']['events']['items'][number]
export type ObjectiveRequest = Requests['strategy']['createObjective']
export type GoalRequest = Requests['strategy']['createGoal']

/** All objectives: the strategy is read as a whole. */
export const everyObjective = queryOptions({
  queryKey: [...orpc.strategy.objectives.key(), 'every'],
  queryFn: () => everyPage((page) => api.strategy.objectives(page)),
})

/** All goals. */
export const everyGoal = queryOptions({
  queryKey: [...orpc.strategy.goals.key(), 'every'],
  queryFn: () => everyPage((page) => api.strategy.goals(page)),
})

/** How all goals stand against their paths, by id of the goal. */
export const everyProgress = queryOptions({
  queryKey: [...orpc.measurement.progress.key(), 'every'],
  queryFn: async () =>
    new Map((await everyPage((page) => api.measurement.progress(page))).map((progress) => [progress.id, progress])),
})
