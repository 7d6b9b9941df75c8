import {
  ACTIONS,
  ACTIVITY_OF_ACTION,
  ROLES,
  type Action,
  type Activity,
  type HoldingRule,
  type Permission,
  type Role,
} from '#contract/actions.ts'
import type { AgencyLimits, Facts, Standing, Subject, Unmet } from '#server/kernel/facts.ts'

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly because: Because }

/** Why not: which rule holds it, and what its sentence needs. Shown to people. */
export interface Because {
  readonly code: 'sign-in.needed' | 'right.missing' | 'right.scope-missing' | HoldingRule
  readonly action: string
  /** Which roles could do it. */
  readonly roles: readonly Role[]
  readonly params: Readonly<Record<string, string>>
}

const EVERYBODY: readonly Action[] = [
  'organisation.read',
  'people.read',
  'policies.read',
  'rules.read',
  'strategy.read',
  'content.read',
  'channels.read',
  'posts.read',
  'measurement.read',
  'events.read',
]
const OFFICER: readonly Action[] = [
  ...EVERYBODY,
  'plans.change',
  'pieces.change',
  'variants.change',
  'posts.change',
  'posts.publish',
  'emergency.stop',
  'deliveries.settle',
  'conversions.record',
]
const MANAGER: readonly Action[] = [
  ...OFFICER,
  'posts.approve',
  'goals.change',
  'budget.read',
  'budget.change',
  'campaigns.change',
  'channels.change',
  'stakeholders.read',
  'stakeholders.change',
  'findings.waive',
  'emergency.lift',
]
const STRATEGIST: readonly Action[] = [
  ...MANAGER,
  'objectives.change',
  'plans.approve',
  'cost-rates.read',
  'people.change',
  'structure.change',
  'operating-model.change',
  'agencies.change',
  'policies.change',
  'courses.change',
  'rules.change',
  'workflows.change',
  'confidential.read',
  'confidential.change',
  'events.export',
  'sample.change',
]
const EXECUTIVE: readonly Action[] = [
  ...EVERYBODY,
  'objectives.change',
  'goals.change',
  'plans.change',
  'plans.approve',
  'budget.read',
  'budget.change',
  'cost-rates.read',
  'posts.approve',
  'stakeholders.read',
  'confidential.read',
  'events.export',
  'emergency.stop',
  'emergency.lift',
  'sample.change',
]

/** Which role may do what. The three levels of management differ: the top sets objectives, the middle plans, the lower carries out. */
export const RIGHTS: Readonly<Record<Role, ReadonlySet<Action>>> = {
  administrator: new Set(ACTIONS),
  executive: new Set(EXECUTIVE),
  strategist: new Set(STRATEGIST),
  manager: new Set(MANAGER),
  officer: new Set(OFFICER),
  viewer: new Set(EVERYBODY),
}

/** What guests from an agency may look at; everything else they do follows what they were given. */
const AGENCY_READS: ReadonlySet<Action> = new Set<Action>([
  'organisation.read',
  'policies.read',
  'rules.read',
  'content.read',
  'channels.read',
  'posts.read',
])

const ALLOWED: Decision = { allowed: true }

/**
 * Whether somebody may do this, and if not, because of what. In this order: role, scopes of a key, limits of an agency,
 * accepted policies and certificates, operating model. The model does not bind administrators, who could change it.
 * Pure; there is no mode in which it is off.
 */
export function may(standing: Standing | null, permission: Permission, subject: Subject = {}): Decision {
  if (permission === 'public') return ALLOWED
  if (standing === null) return denied('sign-in.needed', permission)
  if (permission === 'signed-in') return ALLOWED
  const { role, scopes, facts } = standing
  if (!RIGHTS[role].has(permission)) return denied('right.missing', permission)
  if (scopes !== null && !scopes.includes(permission)) return denied('right.scope-missing', permission)
  const activity = ACTIVITY_OF_ACTION[permission]
  return (
    heldByAgency(facts, permission, activity, subject) ??
    heldByRequirement(facts, permission) ??
    (activity === undefined || role === 'administrator' ? null : heldByModel(facts, permission, activity, subject)) ??
    ALLOWED
  )
}

function heldByAgency(facts: Facts, action: Action, activity: Activity | undefined, subject: Subject): Decision | null {
  const { agency } = facts
  if (agency === null) return null
  const params = { agency: agency.name, endsOn: agency.endsOn }
  if (agency.state === 'ended') return denied('right.agency-ended', action, params)
  if (agency.state === 'without-owner') return denied('right.agency-without-owner', action, params)
  const given = activity === undefined ? AGENCY_READS.has(action) : agency.activities.includes(activity)
  const reads = action === 'measurement.read' && agency.activities.includes('measure')
  if (!given && !reads) return denied('right.agency-limit', action, params)
  return isGiven(agency, subject) ? null : denied('right.agency-limit', action, params)
}

/** Whether a subject lies within what an agency was given. What has neither channel nor campaign belongs to nobody's task. */
function isGiven(agency: AgencyLimits, { channelId, campaignId }: Subject): boolean {
  if (channelId != null && !agency.channelIds.includes(channelId)) return false
  if (campaignId != null) return agency.campaignIds.includes(campaignId)
  return campaignId === undefined || channelId != null
}

function heldByRequirement(facts: Facts, action: Action): Decision | null {
  const unmet = facts.unmet.find((one) => one.action === action)
  return unmet === undefined ? null : denied(codeOf(unmet), action, { title: unmet.title, since: unmet.since ?? '' })
}

function codeOf({ kind, state }: Unmet): Because['code'] {
  if (kind === 'policy') return 'right.policy-not-accepted'
  return state === 'expired' ? 'right.certificate-expired' : 'right.certificate-missing'
}

function heldByModel(facts: Facts, action: Action, activity: Activity, subject: Subject): Decision | null {
  // What an agency may do is said by what it was given, not by the model.
  if (facts.reach === null || facts.agency !== null) return null
  const anchors = facts.reach[activity]
  const path = subject.unitPath
  const covered = path == null ? anchors.length > 0 : anchors.some((anchor) => path.includes(anchor))
  if (covered) return null
  return denied('right.not-in-model', action, {
    model: facts.model,
    activity,
    units: facts.units.map((unit) => unit.name).join(', '),
  })
}

function denied(code: Because['code'], action: string, params: Readonly<Record<string, string>> = {}): Decision {
  const roles = action === 'signed-in' ? [] : rolesThatMay(action as Action)
  return { allowed: false, because: { code, action, roles, params } }
}

/** The roles that hold this right, for the sentence that tells whom to ask. */
export function rolesThatMay(action: Action): readonly Role[] {
  return ROLES.filter((role) => RIGHTS[role].has(action))
}

/** Everything somebody may do somewhere, for the screen to show what is within reach. */
export function actionsOf(standing: Standing): Action[] {
  return ACTIONS.filter((action) => may(standing, action).allowed)
}

export interface HeldAction {
  readonly action: Action
  readonly code: HoldingRule
  readonly params: Readonly<Record<string, string>>
}

/** What somebody's role allows but another rule holds, with the rule; for the screen to say why. */
export function heldActionsOf(standing: Standing): HeldAction[] {
  return ACTIONS.flatMap((action) => {
    const decision = may(standing, action)
    if (decision.allowed) return []
    const { code, params } = decision.because
    if (code === 'sign-in.needed' || code === 'right.missing' || code === 'right.scope-missing') return []
    return [{ action, code, params }]
  })
}
