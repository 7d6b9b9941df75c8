/** Records that the screens of single records are opened with. */
export interface Records {
  readonly objectiveId: string
  readonly goalId: string
  readonly campaignId: string
  readonly pieceId: string
  readonly postId: string
  /** Of an open invitation. */
  readonly invitation: string
}

export interface Screen {
  /** Names its pictures. */
  readonly name: string
  /** The route in web/routes.tsx that shows it. */
  readonly route: string
  readonly path: (records: Records) => string
  /** Whether it shows a record and therefore has no empty state without one. */
  readonly ofRecord?: boolean
  /** Before sign-in. */
  readonly open?: boolean
}

const at = (path: string) => () => path

/** Every screen behind a route, and those behind a tab or a choice in the address. */
export const SCREENS: readonly Screen[] = [
  { name: 'sign-in', route: '/sign-in', path: at('/sign-in'), open: true },
  { name: 'found', route: '/found', path: at('/found'), open: true },
  {
    name: 'invitation',
    route: '/invitations/$token',
    path: ({ invitation }) => `/invitations/${invitation}`,
    open: true,
  },
  { name: 'home-executive', route: '/', path: at('/?level=top') },
  { name: 'home-manager', route: '/', path: at('/?level=middle') },
  { name: 'home-officer', route: '/', path: at('/?level=lower') },
  { name: 'strategy', route: '/strategy', path: at('/strategy') },
  {
    name: 'objective',
    route: '/strategy/objectives/$id',
    path: ({ objectiveId }) => `/strategy/objectives/${objectiveId}`,
    ofRecord: true,
  },
  { name: 'goal', route: '/strategy/goals/$id', path: ({ goalId }) => `/strategy/goals/${goalId}`, ofRecord: true },
  { name: 'organise', route: '/organise', path: at('/organise') },
  { name: 'settings', route: '/settings', path: at('/settings') },
  { name: 'settings-security', route: '/settings', path: at('/settings?tab=security') },
  { name: 'settings-api-keys', route: '/settings', path: at('/settings?tab=api-keys') },
  { name: 'settings-organisation', route: '/settings', path: at('/settings?tab=organisation') },
  { name: 'settings-sample', route: '/settings', path: at('/settings?tab=sample') },
  { name: 'calendar-week', route: '/calendar', path: at('/calendar') },
  { name: 'calendar-month', route: '/calendar', path: at('/calendar?view=month') },
  { name: 'deliveries', route: '/calendar/deliveries', path: at('/calendar/deliveries') },
  { name: 'channels', route: '/calendar/channels', path: at('/calendar/channels') },
  { name: 'new-channel', route: '/calendar/channels/new', path: at('/calendar/channels/new') },
  {
    name: 'new-channel-mastodon',
    route: '/calendar/channels/new',
    path: at('/calendar/channels/new?platform=mastodon'),
  },
  { name: 'new-post', route: '/posts/new', path: at('/posts/new') },
  { name: 'post', route: '/posts/$id', path: ({ postId }) => `/posts/${postId}`, ofRecord: true },
  { name: 'content-campaigns', route: '/content', path: at('/content') },
  { name: 'content-pieces', route: '/content', path: at('/content?tab=pieces') },
  { name: 'content-pictures', route: '/content', path: at('/content?tab=pictures') },
  {
    name: 'campaign',
    route: '/content/campaigns/$id',
    path: ({ campaignId }) => `/content/campaigns/${campaignId}`,
    ofRecord: true,
  },
  { name: 'piece', route: '/content/pieces/$id', path: ({ pieceId }) => `/content/pieces/${pieceId}`, ofRecord: true },
  { name: 'measure', route: '/measure', path: at('/measure') },
  { name: 'measure-links', route: '/measure', path: at('/measure?tab=links') },
  { name: 'measure-conversions', route: '/measure', path: at('/measure?tab=conversions') },
  { name: 'trace', route: '/trace/$type/$id', path: ({ postId }) => `/trace/post/${postId}`, ofRecord: true },
]
