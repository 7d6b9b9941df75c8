import { join } from 'node:path'
import type pg from 'pg'
import { contentRoutes, countCampaignsOfGoals, mediaPages } from '#server/features/content/index.ts'
import {
  exportPages,
  findUnmet,
  governanceRoutes,
  registerApprovalJobs,
  registerAuditJobs,
  registerStopJobs,
  registerTrainingJobs,
} from '#server/features/governance/index.ts'
import {
  linkPages,
  linkTracker,
  measurementRoutes,
  planMeasuring,
  readFigures,
  readStandings,
  registerMeasurementJobs,
  stopMeasuring,
} from '#server/features/measurement/index.ts'
import {
  authenticator,
  eraseNotices,
  isEasyToGuess,
  may,
  organisationRoutes,
  warnOfEndingAgencies,
} from '#server/features/organisation/index.ts'
import {
  approvalPorts,
  authorisationPages,
  channelOf,
  countPosts,
  eraseAttempts,
  forgetAuthorisations,
  inspectAllChannels,
  meterOf,
  publishingRoutes,
  readReadiness,
  startWorker,
  stopPorts,
  type PublishingPorts,
} from '#server/features/publishing/index.ts'
import {
  documentPages,
  mapPages,
  registerAccountJobs,
  registerDocumentJobs,
  strategyRoutes,
  type StrategyPorts,
} from '#server/features/strategy/index.ts'
import { apiDocumentPages } from '#server/kernel/http/api-document.ts'
import { apiHandler, guardOf } from '#server/kernel/http/api.ts'
import { healthPages } from '#server/kernel/http/health-pages.ts'
import { createServer } from '#server/kernel/http/server.ts'
import { webFiles } from '#server/kernel/http/web-files.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { projectRoot } from '#server/kernel/project-root.ts'
import { createAuth, sessionCookieName } from '#server/kernel/session/auth.ts'
import { signInSecret } from '#server/kernel/session/sign-in-secret.ts'
import { readVersion } from '#server/kernel/version.ts'
import { newsroomPages } from '#server/platforms/newsroom/index.ts'
import { createPlatforms } from '#server/platforms/registry.ts'
import { sampleRoutes } from '#server/sample/http.ts'

export interface App {
  readonly fetch: (request: Request, env?: object) => Response | Promise<Response>
  /** Starts background work: deliveries and jobs (not in a web process). */
  readonly start: () => Promise<void>
  /** Takes no new work, lets what is under way end, and closes what the app opened. */
  readonly close: () => Promise<void>
}

/** The only place that knows everything: joins kernel, rooms and platforms into one application. */
export async function createApp(kernel: Kernel, connection: pg.ClientConfig, installationKey: Buffer): Promise<App> {
  const version = readVersion()
  const secret = signInSecret(installationKey)
  const auth = await createAuth({
    connection,
    database: kernel.database,
    secret,
    publicUrl: kernel.config.publicUrl,
    now: kernel.clock.now,
    log: kernel.log,
    isEasyToGuess,
  })
  const authenticate = authenticator(kernel, { name: sessionCookieName(kernel.config.publicUrl), secret }, findUnmet)
  const ports = publishingPorts(kernel)
  const router = joinRoutes(kernel, ports, version)
  const state = { accepting: true }
  const guard = guardOf(may)
  const server = createServer({
    kernel,
    authenticate,
    api: apiHandler(router, guard, kernel.log),
    signIn: auth.handler,
    pages: [
      healthPages(kernel, { accepting: () => state.accepting, readiness: () => readReadiness(kernel) }),
      apiDocumentPages(kernel.config.publicUrl, version),
      mediaPages({
        kernel,
        authenticate: (request) => authenticate(request.headers),
        may: (actor, action) => may(actor, action).allowed,
      }),
      exportPages({
        kernel,
        authenticate: (request) => authenticate(request.headers),
        authorise: guard.authorise,
      }),
      mapPages({
        kernel,
        ports: strategyPorts,
        authenticate: (request) => authenticate(request.headers),
        authorise: guard.authorise,
      }),
      documentPages({
        kernel,
        ports: strategyPorts,
        authenticate: (request) => authenticate(request.headers),
        authorise: guard.authorise,
      }),
      authorisationPages(kernel, ports, authenticate),
      linkPages(kernel),
      newsroomPages(kernel),
    ],
    web: webFiles(join(projectRoot(), 'dist', 'web')),
  })
  const background = backgroundWork(kernel, ports, connection)
  return {
    fetch: server.fetch,
    start: background.start,
    close: async () => {
      state.accepting = false
      await background.close()
      await auth.close()
    },
  }
}

function publishingPorts(kernel: Kernel): PublishingPorts {
  const links = linkTracker(kernel)
  return {
    platforms: new Map(createPlatforms(kernel).map((platform) => [platform.description.id, platform])),
    trackLinks: links.trackLinks,
    linkLength: links.linkLength,
    published: planMeasuring,
    removed: stopMeasuring,
  }
}

const strategyPorts: StrategyPorts = {
  campaignsOf: countCampaignsOfGoals,
  figuresOf: readFigures,
  standingsOf: readStandings,
}

function joinRoutes(kernel: Kernel, ports: PublishingPorts, version: string) {
  return {
    ...organisationRoutes(kernel, version),
    governance: governanceRoutes(kernel, { approvals: approvalPorts(kernel, ports), stops: stopPorts(kernel) }),
    strategy: strategyRoutes(kernel, strategyPorts),
    content: contentRoutes(kernel, { channel: channelOf, postsOf: countPosts }),
    publishing: publishingRoutes(kernel, ports),
    measurement: measurementRoutes(kernel),
    sample: sampleRoutes(kernel),
  }
}

function backgroundWork(kernel: Kernel, ports: PublishingPorts, connection: pg.ClientConfig) {
  let worker: Awaited<ReturnType<typeof startWorker>> | null = null
  registerTrainingJobs(kernel)
  registerApprovalJobs(kernel, approvalPorts(kernel, ports))
  registerStopJobs(kernel)
  registerDocumentJobs(kernel)
  registerAuditJobs(kernel, { notices: eraseNotices, attempts: eraseAttempts })
  registerAccountJobs(kernel)
  registerMeasurementJobs(kernel, { meterOf: meterOf(kernel, ports) })
  kernel.jobs.every('organisation.warn-of-ending-agencies', '17 5 * * *', () => warnOfEndingAgencies(kernel))
  kernel.jobs.every('publishing.inspect-channels', '41 */6 * * *', () => inspectAllChannels(kernel, ports))
  kernel.jobs.every('publishing.forget-authorisations', '23 * * * *', () => forgetAuthorisations(kernel))
  return {
    start: async () => {
      await kernel.jobs.start()
      if (kernel.config.role !== 'web') worker = await startWorker(kernel, ports, connection)
    },
    close: async () => {
      await worker?.close()
      await kernel.jobs.close()
    },
  }
}
