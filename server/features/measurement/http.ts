import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { refuseGuest } from '#server/features/organisation/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { showAudienceResults } from './audiences/show-results.ts'
import { showPostMetrics } from './collection/post-metrics.ts'
import { listConversions } from './conversions/list-conversions.ts'
import { recordConversion } from './conversions/record-conversion.ts'
import { showGoalParts } from './goals/goal-parts.ts'
import { listProgress } from './goals/list-progress.ts'
import { executiveHome } from './homes/executive-home.ts'
import { managerHome } from './homes/manager-home.ts'
import { officerHome } from './homes/officer-home.ts'
import { showOverview } from './homes/overview.ts'
import { listLinks } from './links/list-links.ts'
import { showCampaignReturn } from './returns/campaign-return.ts'
import { showTrace } from './traces/show-trace.ts'

/** Binds measurement's part of the contract. */
export function measurementRoutes(kernel: Kernel) {
  const os = implement(contract.measurement).$context<RequestContext>()
  /** Goals, objectives and sums over every channel: what a guest from an agency was given cannot be told apart in them. */
  const insiderOf = (context: RequestContext) => {
    const actor = actorOf(context)
    refuseGuest(actor, 'measurement.read')
    return actor
  }
  return {
    links: os.links.handler(({ input, context }) => listLinks(kernel, actorOf(context), input)),
    conversions: os.conversions.handler(({ input, context }) => listConversions(kernel, actorOf(context), input)),
    recordConversion: os.recordConversion.handler(({ input, context }) =>
      recordConversion(kernel, actorOf(context), input),
    ),
    trace: os.trace.handler(({ input, context }) => showTrace(kernel, insiderOf(context), input)),
    progress: os.progress.handler(({ input, context }) => listProgress(kernel, insiderOf(context), input)),
    goalParts: os.goalParts.handler(({ input, context }) => showGoalParts(kernel, insiderOf(context), input.id)),
    campaignReturn: os.campaignReturn.handler(({ input, context }) =>
      showCampaignReturn(kernel, actorOf(context), input.id),
    ),
    postMetrics: os.postMetrics.handler(({ input, context }) => showPostMetrics(kernel, actorOf(context), input.id)),
    overview: os.overview.handler(({ input, context }) => showOverview(kernel, insiderOf(context), input)),
    audienceResults: os.audienceResults.handler(({ input, context }) =>
      showAudienceResults(kernel, insiderOf(context), input),
    ),
    executiveHome: os.executiveHome.handler(({ input, context }) => executiveHome(kernel, insiderOf(context), input)),
    managerHome: os.managerHome.handler(({ context }) => managerHome(kernel, insiderOf(context))),
    officerHome: os.officerHome.handler(({ context }) => officerHome(kernel, actorOf(context))),
  }
}
