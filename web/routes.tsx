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
const inShell = { getParentRoute: () => shell }
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

// Home and strategy
const home = createRoute({
  ...inShell,
  path: '/',
  validateSearch: search('period', 'level'),
  component: lazyScreen('measurement/home-screen'),
})
const strategy = createRoute({ ...inShell, path: '/strategy', component: lazyScreen('strategy/strategy-screen') })
const objective = createRoute({
  ...inShell,
  path: '/strategy/objectives/$id',
  component: lazyScreen('strategy/objective-screen'),
})
const goal = createRoute({ ...inShell, path: '/strategy/goals/$id', component: lazyScreen('strategy/goal-screen') })

// Organisation
const organise = createRoute({ ...inShell, path: '/organise', component: lazyScreen('organisation/organise-screen') })
const settings = createRoute({
  ...inShell,
  path: '/settings',
  validateSearch: search('tab'),
  component: lazyScreen('organisation/settings-screen'),
})

// Calendar and publishing
const calendar = createRoute({
  ...inShell,
  path: '/calendar',
  validateSearch: search('view', 'on', 'channel'),
  component: lazyScreen('publishing/calendar-screen'),
})
const deliveries = createRoute({
  ...inShell,
  path: '/calendar/deliveries',
  validateSearch: search('state'),
  component: lazyScreen('publishing/deliveries-screen'),
})
const channels = createRoute({
  ...inShell,
  path: '/calendar/channels',
  validateSearch: search('connected', 'refused'),
  component: lazyScreen('publishing/channels-screen'),
})
const newChannel = createRoute({
  ...inShell,
  path: '/calendar/channels/new',
  validateSearch: search('platform', 'channel'),
  component: lazyScreen('publishing/new-channel-screen'),
})
const newPost = createRoute({
  ...inShell,
  path: '/posts/new',
  validateSearch: search('pieceId', 'campaignId', 'postId', 'on', 'channel'),
  component: lazyScreen('publishing/compose-screen'),
  staticData: { rail: true },
})
const post = createRoute({ ...inShell, path: '/posts/$id', component: lazyScreen('publishing/post-screen') })

// Content
const content = createRoute({
  ...inShell,
  path: '/content',
  validateSearch: search('tab', 'campaign', 'goal'),
  component: lazyScreen('content/content-screen'),
})
const campaign = createRoute({
  ...inShell,
  path: '/content/campaigns/$id',
  component: lazyScreen('content/campaign-screen'),
})
const piece = createRoute({ ...inShell, path: '/content/pieces/$id', component: lazyScreen('content/piece-screen') })

// Measurement
const measure = createRoute({
  ...inShell,
  path: '/measure',
  validateSearch: search('period', 'tab'),
  component: lazyScreen('measurement/measure-screen'),
})
const trace = createRoute({ ...inShell, path: '/trace/$type/$id', component: lazyScreen('measurement/trace-screen') })

const tree = root.addChildren([
  signIn,
  found,
  invitation,
  shell.addChildren([
    home,
    strategy,
    objective,
    goal,
    organise,
    settings,
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
