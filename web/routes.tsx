import { createRootRouteWithContext, createRoute, createRouter } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import { lazyScreen } from '#web/kernel/lazy-screen.ts'
import { requireFoundation, requireSession } from '#web/kernel/guards.ts'
import { search } from '#web/kernel/search.ts'
import { Failure } from '#web/features/session/failure.tsx'
import { NotFound, NowhereScreen } from '#web/features/session/not-found.tsx'
import { Shell } from '#web/features/session/shell.tsx'

export interface RouterContext {
  readonly queryClient: QueryClient
}

const root = createRootRouteWithContext<RouterContext>()({ notFoundComponent: NowhereScreen })

/** Everything that needs a session. Route ids begin with `/shell`: `useParams({ from: '/shell/posts/$id' })`. */
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell, beforeLoad: requireSession })
const at = <const Path extends string>(path: Path, screen: Parameters<typeof lazyScreen>[0]) => ({
  getParentRoute: () => shell,
  path,
  component: lazyScreen(screen),
})
const open = { getParentRoute: () => root }

// Before sign-in
const signIn = createRoute({
  ...open,
  path: '/sign-in',
  validateSearch: search('to'),
  beforeLoad: requireFoundation,
  component: lazyScreen('session/sign-in-screen'),
})
const found = createRoute({ ...open, path: '/found', component: lazyScreen('session/found-screen') })
const invitation = createRoute({
  ...open,
  path: '/invitations/$token',
  component: lazyScreen('session/invitation-screen'),
})
const sharedPlan = createRoute({
  ...open,
  path: '/plan/$token',
  validateSearch: search('language'),
  component: lazyScreen('strategy/shared-plan-screen'),
})
const review = createRoute({ ...open, path: '/review/$token', component: lazyScreen('governance/review-screen') })

// Home and strategy
const home = createRoute({ ...at('/', 'measurement/home-screen'), validateSearch: search('period', 'level') })
const strategy = createRoute(at('/strategy', 'strategy/strategy-screen'))
const cascade = createRoute(at('/strategy/cascade', 'strategy/cascade-screen'))
const plans = createRoute({
  ...at('/strategy/plans', 'strategy/plans-screen'),
  validateSearch: search('level', 'state', 'goal'),
})
const plan = createRoute(at('/strategy/plans/$id', 'strategy/plan-screen'))
const audiences = createRoute({
  ...at('/strategy/audiences', 'strategy/audiences-screen'),
  validateSearch: search('view', 'by', 'span', 'shape'),
})
const audience = createRoute(at('/strategy/audiences/$id', 'strategy/audience-screen'))
const budget = createRoute({
  ...at('/strategy/budget', 'strategy/budget-screen'),
  validateSearch: search('view', 'by', 'year', 'category', 'month', 'plan', 'campaign'),
})
const objective = createRoute(at('/strategy/objectives/$id', 'strategy/objective-screen'))
const goal = createRoute(at('/strategy/goals/$id', 'strategy/goal-screen'))

const planDocument = createRoute({
  ...at('/strategy/document', 'strategy/document-screen'),
  validateSearch: search('version', 'from', 'to', 'language'),
})
const kpis = createRoute({ ...at('/strategy/kpis', 'strategy/kpis-screen'), validateSearch: search('kpi') })
const scorecard = createRoute({
  ...at('/strategy/scorecard', 'strategy/scorecard-screen'),
  validateSearch: search('unit', 'objective', 'view'),
})
const strategyAudit = createRoute({
  ...at('/strategy/audit', 'strategy/audit-screen'),
  validateSearch: search('whose', 'state', 'platform'),
})
const strategyAuditAccount = createRoute(at('/strategy/audit/$accountId', 'strategy/audit-account-screen'))
const channelChoice = createRoute({
  ...at('/strategy/channels', 'strategy/channel-choice-screen'),
  validateSearch: search('from'),
})

// Organisation
const organise = createRoute({
  ...at('/organise', 'organisation/chart-screen'),
  validateSearch: search('on', 'position'),
})
const operatingModel = createRoute({
  ...at('/organise/model', 'organisation/model-screen'),
  validateSearch: search('model'),
})
const advisor = createRoute(at('/organise/advisor', 'organisation/advisor-screen'))
const units = createRoute(at('/organise/units', 'organisation/units-screen'))
const people = createRoute(at('/organise/people', 'organisation/people-screen'))
const team = createRoute(at('/organise/team', 'organisation/team-screen'))
const experts = createRoute({
  ...at('/organise/experts', 'organisation/experts-screen'),
  validateSearch: search('topic'),
})
const agencies = createRoute(at('/organise/agencies', 'organisation/agencies-screen'))
const settings = createRoute({ ...at('/settings', 'organisation/settings-screen'), validateSearch: search('tab') })

// Governance
const govern = createRoute({ ...at('/govern', 'governance/approvals-screen'), validateSearch: search('view', 'open') })
const workflows = createRoute(at('/govern/workflows', 'governance/workflows-screen'))
const stakeholders = createRoute(at('/govern/stakeholders', 'governance/stakeholders-screen'))
const policies = createRoute(at('/govern/policies', 'governance/policies-screen'))
const policy = createRoute({
  ...at('/govern/policies/$id', 'governance/policy-screen'),
  validateSearch: search('view', 'from'),
})
const training = createRoute(at('/govern/training', 'governance/training-screen'))
const course = createRoute({
  ...at('/govern/training/$id', 'governance/course-screen'),
  validateSearch: search('view', 'step'),
})

const audit = createRoute({
  ...at('/govern/audit', 'governance/audit-screen'),
  validateSearch: search('text', 'actor', 'verb', 'type', 'room', 'unit', 'from', 'to', 'record'),
})
const emergencyStop = createRoute({ ...at('/govern/stop', 'governance/stop-screen'), validateSearch: search('stop') })

const rules = createRoute(at('/govern/rules', 'governance/rules-screen'))
const rulePack = createRoute(at('/govern/rules/$id', 'governance/rule-pack-screen'))
const confidential = createRoute(at('/govern/confidential', 'governance/confidential-screen'))

// Calendar and publishing
const calendar = createRoute({
  ...at('/calendar', 'publishing/calendar-screen'),
  validateSearch: search('view', 'on', 'channel'),
})
const deliveries = createRoute({
  ...at('/calendar/deliveries', 'publishing/deliveries-screen'),
  validateSearch: search('state'),
})
const channels = createRoute({
  ...at('/calendar/channels', 'publishing/channels-screen'),
  validateSearch: search('connected', 'refused'),
})
const newChannel = createRoute({
  ...at('/calendar/channels/new', 'publishing/new-channel-screen'),
  validateSearch: search('platform', 'channel'),
})
const newPost = createRoute({
  ...at('/posts/new', 'publishing/compose-screen'),
  validateSearch: search('pieceId', 'campaignId', 'taskId', 'postId', 'on', 'channel'),
  staticData: { rail: true },
})
const post = createRoute(at('/posts/$id', 'publishing/post-screen'))

// Content
const content = createRoute({
  ...at('/content', 'content/content-screen'),
  validateSearch: search('tab', 'campaign', 'goal'),
})
const campaign = createRoute(at('/content/campaigns/$id', 'content/campaign-screen'))
const piece = createRoute(at('/content/pieces/$id', 'content/piece-screen'))

// Measurement
const measure = createRoute({
  ...at('/measure', 'measurement/measure-screen'),
  validateSearch: search('period', 'tab'),
})
const trace = createRoute(at('/trace/$type/$id', 'measurement/trace-screen'))

const tree = root.addChildren([
  signIn,
  found,
  invitation,
  review,
  sharedPlan,
  shell.addChildren([
    home,
    strategy,
    cascade,
    plans,
    plan,
    audiences,
    audience,
    budget,
    objective,
    goal,
    kpis,
    scorecard,
    planDocument,
    strategyAudit,
    strategyAuditAccount,
    channelChoice,
    organise,
    operatingModel,
    advisor,
    units,
    people,
    team,
    experts,
    agencies,
    rules,
    rulePack,
    confidential,
    settings,
    govern,
    workflows,
    stakeholders,
    policies,
    policy,
    training,
    course,
    audit,
    emergencyStop,
    calendar,
    deliveries,
    channels,
    newChannel,
    newPost,
    post,
    content,
    campaign,
    piece,
    measure,
    trace,
  ]),
])

/** The address book of the browser, over one cache of answers. */
export function createTuttiRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: Failure,
    defaultNotFoundComponent: NotFound,
    defaultPendingMs: 200,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createTuttiRouter>
  }
  interface StaticDataRouteOption {
    /** The navigation shrinks to icons, where the screen needs the width. */
    rail?: boolean
  }
}
