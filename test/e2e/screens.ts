/** Records that the screens of single records are opened with. */
export interface Records {
  readonly objectiveId: string
  readonly goalId: string
  readonly campaignId: string
  readonly pieceId: string
  readonly postId: string
  readonly planId: string
  readonly audienceId: string
  readonly accountId: string
  readonly policyId: string
  readonly courseId: string
  readonly rulePackId: string
  /** Of an open invitation. */
  readonly invitation: string
  /** Of a link for a reviewer from outside. */
  readonly review: string
  /** Of a link to a version of the plan. */
  readonly sharedPlan: string
}

/** Where there is nothing yet. */
export const NO_RECORDS: Records = {
  objectiveId: '',
  goalId: '',
  campaignId: '',
  pieceId: '',
  postId: '',
  planId: '',
  audienceId: '',
  accountId: '',
  policyId: '',
  courseId: '',
  rulePackId: '',
  invitation: '',
  review: '',
  sharedPlan: '',
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
  { name: 'cascade', route: '/strategy/cascade', path: at('/strategy/cascade') },
  { name: 'plans', route: '/strategy/plans', path: at('/strategy/plans') },
  { name: 'plan', route: '/strategy/plans/$id', path: ({ planId }) => `/strategy/plans/${planId}`, ofRecord: true },
  { name: 'audiences', route: '/strategy/audiences', path: at('/strategy/audiences') },
  {
    name: 'audiences-platforms',
    route: '/strategy/audiences',
    path: at('/strategy/audiences?by=platform&shape=table'),
  },
  {
    name: 'audience',
    route: '/strategy/audiences/$id',
    path: ({ audienceId }) => `/strategy/audiences/${audienceId}`,
    ofRecord: true,
  },
  {
    name: 'objective',
    route: '/strategy/objectives/$id',
    path: ({ objectiveId }) => `/strategy/objectives/${objectiveId}`,
    ofRecord: true,
  },
  { name: 'goal', route: '/strategy/goals/$id', path: ({ goalId }) => `/strategy/goals/${goalId}`, ofRecord: true },
  { name: 'kpis', route: '/strategy/kpis', path: at('/strategy/kpis') },
  { name: 'kpi', route: '/strategy/kpis', path: at('/strategy/kpis?kpi=conversion-rate') },
  { name: 'budget', route: '/strategy/budget', path: at('/strategy/budget') },
  { name: 'budget-lines', route: '/strategy/budget', path: at('/strategy/budget?view=lines') },
  { name: 'budget-hours', route: '/strategy/budget', path: at('/strategy/budget?view=hours') },
  { name: 'budget-tools', route: '/strategy/budget', path: at('/strategy/budget?view=tools') },
  { name: 'budget-rates', route: '/strategy/budget', path: at('/strategy/budget?view=rates') },
  { name: 'scorecard', route: '/strategy/scorecard', path: at('/strategy/scorecard') },
  { name: 'scorecard-list', route: '/strategy/scorecard', path: at('/strategy/scorecard?view=list') },
  { name: 'document', route: '/strategy/document', path: at('/strategy/document') },
  { name: 'document-version', route: '/strategy/document', path: at('/strategy/document?version=1'), ofRecord: true },
  {
    name: 'document-compared',
    route: '/strategy/document',
    path: at('/strategy/document?from=1'),
    ofRecord: true,
  },
  {
    name: 'shared-plan',
    route: '/plan/$token',
    path: ({ sharedPlan }) => `/plan/${sharedPlan}`,
    ofRecord: true,
    open: true,
  },
  { name: 'strategy-audit', route: '/strategy/audit', path: at('/strategy/audit') },
  {
    name: 'audit-account',
    route: '/strategy/audit/$accountId',
    path: ({ accountId }) => `/strategy/audit/${accountId}`,
    ofRecord: true,
  },
  { name: 'channel-choice', route: '/strategy/channels', path: at('/strategy/channels') },
  { name: 'organise', route: '/organise', path: at('/organise') },
  { name: 'operating-model', route: '/organise/model', path: at('/organise/model') },
  { name: 'advisor', route: '/organise/advisor', path: at('/organise/advisor') },
  { name: 'units', route: '/organise/units', path: at('/organise/units') },
  { name: 'people', route: '/organise/people', path: at('/organise/people') },
  { name: 'team', route: '/organise/team', path: at('/organise/team') },
  { name: 'experts', route: '/organise/experts', path: at('/organise/experts') },
  { name: 'agencies', route: '/organise/agencies', path: at('/organise/agencies') },
  { name: 'approvals', route: '/govern', path: at('/govern?view=waiting') },
  { name: 'workflows', route: '/govern/workflows', path: at('/govern/workflows') },
  { name: 'stakeholders', route: '/govern/stakeholders', path: at('/govern/stakeholders') },
  {
    name: 'review',
    route: '/review/$token',
    path: ({ review }) => `/review/${review}`,
    ofRecord: true,
    open: true,
  },
  { name: 'policies', route: '/govern/policies', path: at('/govern/policies') },
  {
    name: 'policy',
    route: '/govern/policies/$id',
    path: ({ policyId }) => `/govern/policies/${policyId}`,
    ofRecord: true,
  },
  {
    name: 'policy-compared',
    route: '/govern/policies/$id',
    path: ({ policyId }) => `/govern/policies/${policyId}?view=compare&from=1`,
    ofRecord: true,
  },
  {
    name: 'policy-written',
    route: '/govern/policies/$id',
    path: ({ policyId }) => `/govern/policies/${policyId}?view=edit`,
    ofRecord: true,
  },
  { name: 'rules', route: '/govern/rules', path: at('/govern/rules') },
  {
    name: 'rule-pack',
    route: '/govern/rules/$id',
    path: ({ rulePackId }) => `/govern/rules/${rulePackId}`,
    ofRecord: true,
  },
  { name: 'confidential', route: '/govern/confidential', path: at('/govern/confidential') },
  { name: 'stop', route: '/govern/stop', path: at('/govern/stop') },
  { name: 'audit', route: '/govern/audit', path: at('/govern/audit') },
  { name: 'training', route: '/govern/training', path: at('/govern/training') },
  {
    name: 'course',
    route: '/govern/training/$id',
    path: ({ courseId }) => `/govern/training/${courseId}`,
    ofRecord: true,
  },
  {
    name: 'course-quiz',
    route: '/govern/training/$id',
    path: ({ courseId }) => `/govern/training/${courseId}?step=quiz`,
    ofRecord: true,
  },
  {
    name: 'course-written',
    route: '/govern/training/$id',
    path: ({ courseId }) => `/govern/training/${courseId}?view=edit`,
    ofRecord: true,
  },
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
