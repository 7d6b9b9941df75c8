import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { listBranches } from './list-branches.ts'
import { listOrphans } from './list-orphans.ts'
import { clearReview, listReviews } from './reviews.ts'
import { showCascade } from './show-cascade.ts'

/** Binds the cascade's part of the contract. */
export function cascadeRoutes(kernel: Kernel) {
  const os = implement(contract.strategy.cascade).$context<RequestContext>()
  return {
    show: os.show.handler(({ input, context }) => showCascade(kernel, actorOf(context), input)),
    branches: os.branches.handler(({ input, context }) => listBranches(kernel, actorOf(context), input)),
    orphans: os.orphans.handler(({ input, context }) => listOrphans(kernel, actorOf(context), input)),
    reviews: os.reviews.handler(({ input, context }) => listReviews(kernel, actorOf(context), input)),
    clearReview: os.clearReview.handler(({ input, context }) => clearReview(kernel, context, input)),
  }
}
