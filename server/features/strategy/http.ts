import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { audienceRoutes } from './audiences/http.ts'
import { budgetRoutes } from './budget/http.ts'
import { auditRoutes } from './audit/http.ts'
import { cascadeRoutes } from './cascade/http.ts'
import { channelChoiceRoutes } from './channel-choice/http.ts'
import { readDirection } from './direction/read-direction.ts'
import { setDirection } from './direction/set-direction.ts'
import { changeGoal } from './goals/change-goal.ts'
import { createGoal } from './goals/create-goal.ts'
import { listGoals } from './goals/list-goals.ts'
import { moveGoalKpi } from './goals/move-goal-kpi.ts'
import { readGoal } from './goals/read-goal.ts'
import { removeGoal } from './goals/remove-goal.ts'
import { restoreGoal } from './goals/restore-goal.ts'
import { catalogueRoutes } from './kpis/http.ts'
import { documentRoutes } from './document/http.ts'
import { listKpis } from './kpis/list-kpis.ts'
import { changeObjective } from './objectives/change-objective.ts'
import { createObjective } from './objectives/create-objective.ts'
import { listObjectives } from './objectives/list-objectives.ts'
import { readObjective } from './objectives/read-objective.ts'
import { removeObjective } from './objectives/remove-objective.ts'
import { restoreObjective } from './objectives/restore-objective.ts'
import { planRoutes } from './plans/http.ts'
import type { StrategyPorts } from './ports.ts'
import { scorecardRoutes } from './scorecard/http.ts'

/** Binds strategy's part of the contract. */
export function strategyRoutes(kernel: Kernel, ports: StrategyPorts) {
  const os = implement(contract.strategy).$context<RequestContext>()
  const needs = { kernel, ports }
  return {
    direction: os.direction.handler(({ context }) => readDirection(kernel, actorOf(context))),
    setDirection: os.setDirection.handler(({ input, context }) => setDirection(kernel, context, input)),
    audiences: audienceRoutes(kernel),
    catalogue: catalogueRoutes(kernel, ports),
    plans: planRoutes(kernel),
    planDocument: documentRoutes(needs),
    budget: budgetRoutes(kernel),
    cascade: cascadeRoutes(kernel),
    audit: auditRoutes(kernel),
    channelChoice: channelChoiceRoutes(kernel),
    scorecards: scorecardRoutes(needs),
    kpis: os.kpis.handler(({ context }) => listKpis(kernel, actorOf(context))),
    objectives: os.objectives.handler(({ input, context }) => listObjectives(kernel, actorOf(context), input)),
    objective: os.objective.handler(({ input, context }) => readObjective(kernel, actorOf(context), input.id)),
    createObjective: os.createObjective.handler(({ input, context }) =>
      createObjective(kernel, actorOf(context), input),
    ),
    changeObjective: os.changeObjective.handler(({ input, context }) => changeObjective(kernel, context, input)),
    removeObjective: os.removeObjective.handler(({ input, context }) => removeObjective(kernel, context, input.id)),
    restoreObjective: os.restoreObjective.handler(({ input, context }) =>
      restoreObjective(kernel, actorOf(context), input.id),
    ),
    goals: os.goals.handler(({ input, context }) => listGoals(needs, actorOf(context), input)),
    goal: os.goal.handler(({ input, context }) => readGoal(needs, actorOf(context), input.id)),
    createGoal: os.createGoal.handler(({ input, context }) => createGoal(needs, actorOf(context), input)),
    changeGoal: os.changeGoal.handler(({ input, context }) => changeGoal(needs, context, input)),
    moveGoalKpi: os.moveGoalKpi.handler(({ input, context }) => moveGoalKpi(needs, context, input)),
    removeGoal: os.removeGoal.handler(({ input, context }) => removeGoal(needs, context, input.id)),
    restoreGoal: os.restoreGoal.handler(({ input, context }) => restoreGoal(needs, actorOf(context), input.id)),
  }
}
