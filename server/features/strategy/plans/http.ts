import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { changeTask } from '../tasks/change-task.ts'
import { createTask } from '../tasks/create-task.ts'
import { linkPost } from '../tasks/link-post.ts'
import { listTasks, readTask } from '../tasks/list-tasks.ts'
import { removeTask, restoreTask } from '../tasks/remove-task.ts'
import { changePlan } from './change-plan.ts'
import { createPlan } from './create-plan.ts'
import { decidePlan } from './decide-plan.ts'
import { listPlans, readPlan } from './list-plans.ts'
import { proposePlan } from './propose-plan.ts'
import { removePlan, restorePlan } from './remove-plan.ts'

/** Binds the part of the contract about plans and tasks. */
export function planRoutes(kernel: Kernel) {
  const os = implement(contract.strategy.plans).$context<RequestContext>()
  return {
    list: os.list.handler(({ input, context }) => listPlans(kernel, actorOf(context), input)),
    show: os.show.handler(({ input, context }) => readPlan(kernel, actorOf(context), input.id)),
    create: os.create.handler(({ input, context }) => createPlan(kernel, actorOf(context), input)),
    change: os.change.handler(({ input, context }) => changePlan(kernel, context, input)),
    remove: os.remove.handler(({ input, context }) => removePlan(kernel, context, input.id)),
    restore: os.restore.handler(({ input, context }) => restorePlan(kernel, context, input.id)),
    propose: os.propose.handler(({ input, context }) => proposePlan(kernel, context, input.id)),
    decide: os.decide.handler(({ input, context }) => decidePlan(kernel, context, input)),
    tasks: os.tasks.handler(({ input, context }) => listTasks(kernel, actorOf(context), input)),
    task: os.task.handler(({ input, context }) => readTask(kernel, actorOf(context), input.id)),
    createTask: os.createTask.handler(({ input, context }) => createTask(kernel, actorOf(context), input)),
    changeTask: os.changeTask.handler(({ input, context }) => changeTask(kernel, context, input)),
    removeTask: os.removeTask.handler(({ input, context }) => removeTask(kernel, context, input.id)),
    restoreTask: os.restoreTask.handler(({ input, context }) => restoreTask(kernel, context, input.id)),
    linkPost: os.linkPost.handler(({ input, context }) => linkPost(kernel, actorOf(context), input)),
  }
}
