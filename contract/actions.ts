/** Everything that a right can be given for. A route names one of these, or says that it is open. */
export const ACTIONS = [
  'organisation.read',
  'organisation.change',
  'people.read',
  'people.change',
  'api-keys.manage',
  'events.read',
  'strategy.read',
  'objectives.change',
  'goals.change',
  'content.read',
  'campaigns.change',
  'pieces.change',
  'channels.read',
  'channels.change',
  'posts.read',
  'posts.change',
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
