/** Everything that a right can be given for. A route names one of these, or says that it is open. */
export const ACTIONS = [
  'organisation.read',
  'organisation.change',
  'people.read',
  'people.change',
  'structure.change',
  'operating-model.change',
  'agencies.change',
  'api-keys.manage',
  'events.read',
  'events.export',
  'retention.change',
  'policies.read',
  'policies.change',
  'courses.change',
  'rules.read',
  'rules.change',
  'findings.waive',
  'workflows.change',
  'stakeholders.read',
  'stakeholders.change',
  'confidential.read',
  'confidential.change',
  'emergency.stop',
  'emergency.lift',
  'strategy.read',
  'objectives.change',
  'goals.change',
  'plans.change',
  'plans.approve',
  'budget.read',
  'budget.change',
  'cost-rates.read',
  'content.read',
  'campaigns.change',
  'pieces.change',
  'variants.change',
  'channels.read',
  'channels.change',
  'posts.read',
  'posts.change',
  'posts.approve',
  'posts.publish',
  'deliveries.settle',
  'measurement.read',
  'conversions.record',
  'sample.change',
] as const

export type Action = (typeof ACTIONS)[number]

/** `public`: anybody. `signed-in`: whoever has a session or a key, for what is their own. */
export type Permission = Action | 'public' | 'signed-in'

export const ROLES = ['administrator', 'executive', 'strategist', 'manager', 'officer', 'viewer'] as const
export type Role = (typeof ROLES)[number]

/** The level of management decides which home a person sees. */
export const LEVELS = ['top', 'middle', 'lower'] as const
export type Level = (typeof LEVELS)[number]

export const LEVEL_OF_ROLE: Readonly<Record<Role, Level>> = {
  administrator: 'top',
  executive: 'top',
  strategist: 'top',
  manager: 'middle',
  officer: 'lower',
  viewer: 'lower',
}

/** What units do with social media: the columns of the operating model's matrix. */
export const ACTIVITIES = ['set-strategy', 'create', 'adapt', 'approve', 'publish', 'reply', 'measure'] as const
export type Activity = (typeof ACTIVITIES)[number]

/** A unit's part in an activity (RACI). The first two may do it; the others are asked or told. */
export const PARTS = ['accountable', 'responsible', 'consulted', 'informed'] as const
export type Part = (typeof PARTS)[number]

export const OPERATING_MODELS = ['centralised', 'decentralised', 'hub-and-spoke', 'dandelion'] as const
export type OperatingModel = (typeof OPERATING_MODELS)[number]

export const UNIT_KINDS = ['company', 'brand', 'region', 'department', 'team', 'agency'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** Which activity an action belongs to. Actions that are not listed are not divided among units. */
export const ACTIVITY_OF_ACTION: Readonly<Partial<Record<Action, Activity>>> = {
  'objectives.change': 'set-strategy',
  'goals.change': 'set-strategy',
  'plans.approve': 'set-strategy',
  'campaigns.change': 'create',
  'pieces.change': 'create',
  'variants.change': 'adapt',
  'posts.change': 'adapt',
  'posts.approve': 'approve',
  'posts.publish': 'publish',
  'conversions.record': 'measure',
}

/** The rights that can be made to depend on an accepted policy or a certificate. */
export const REQUIRABLE = [
  'pieces.change',
  'variants.change',
  'posts.change',
  'posts.approve',
  'posts.publish',
] as const satisfies readonly Action[]
export type Requirable = (typeof REQUIRABLE)[number]

/** The rules that can hold what a role allows; each has its sentence among the refusals. */
export const HOLDING_RULES = [
  'right.not-in-model',
  'right.policy-not-accepted',
  'right.certificate-missing',
  'right.certificate-expired',
  'right.agency-ended',
  'right.agency-without-owner',
  'right.agency-limit',
] as const
export type HoldingRule = (typeof HOLDING_RULES)[number]
