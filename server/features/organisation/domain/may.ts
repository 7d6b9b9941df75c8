import { ACTIONS, type Action, type Permission, type Role } from '#contract/actions.ts'

/** What is known of the one who asks; loaded once a request. */
export interface Standing {
  readonly role: Role
  readonly scopes: readonly Action[] | null
}

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly because: Because }

/** Why not: which rule holds it, and which roles could do it. Shown to people. */
export interface Because {
  readonly code: 'right.missing' | 'right.scope-missing' | 'sign-in.needed'
  readonly action: string
  readonly roles: readonly Role[]
}

const EVERYBODY: readonly Action[] = [
  'organisation.read',
  'people.read',
  'strategy.read',
  'content.read',
  'channels.read',
  'posts.read',
  'measurement.read',
  'events.read',
]
const OFFICER: readonly Action[] = [
  ...EVERYBODY,
  'pieces.change',
  'posts.change',
  'deliveries.settle',
  'conversions.record',
]
const MANAGER: readonly Action[] = [...OFFICER, 'goals.change', 'campaigns.change', 'channels.change']
const STRATEGIST: readonly Action[] = [...MANAGER, 'objectives.change', 'people.change', 'sample.change']

/** Which role may do what. The three levels of management differ: the top sets objectives, the middle plans, the lower carries out. */
export const RIGHTS: Readonly<Record<Role, ReadonlySet<Action>>> = {
  administrator: new Set(ACTIONS),
  executive: new Set([...EVERYBODY, 'objectives.change', 'goals.change', 'sample.change']),
  strategist: new Set(STRATEGIST),
  manager: new Set(MANAGER),
  officer: new Set(OFFICER),
  viewer: new Set(EVERYBODY),
}

/** Whether the one who asks may do this, and if not, because of what. Pure; there is no mode in which it is off. */
export function may(standing: Standing | null, permission: Permission): Decision {
  if (permission === 'public') return { allowed: true }
  if (standing === null) return { allowed: false, because: { code: 'sign-in.needed', action: permission, roles: [] } }
  if (permission === 'signed-in') return { allowed: true }
  const roles = rolesThatMay(permission)
  if (!RIGHTS[standing.role].has(permission))
    return { allowed: false, because: { code: 'right.missing', action: permission, roles } }
  if (standing.scopes !== null && !standing.scopes.includes(permission))
    return { allowed: false, because: { code: 'right.scope-missing', action: permission, roles } }
  return { allowed: true }
}

/** The roles that hold this right, for the sentence that tells whom to ask. */
export function rolesThatMay(action: Action): readonly Role[] {
  const roles: Role[] = ['administrator', 'executive', 'strategist', 'manager', 'officer', 'viewer']
  return roles.filter((role) => RIGHTS[role].has(action))
}

/** Everything somebody may do, for the screen to show what is within reach. */
export function actionsOf(standing: Standing): Action[] {
  return ACTIONS.filter((action) => may(standing, action).allowed)
}
