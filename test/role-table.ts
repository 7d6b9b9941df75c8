import { ROLES, type Action, type Activity, type Role } from '#contract/actions.ts'

/**
 * Said a second time and on purpose in another form than in the product: which roles hold a right. One letter a role:
 * Administrator, Executive, Strategist, Manager, Officer, Viewer.
 */
export const HOLDERS: Readonly<Record<Action, string>> = {
  'organisation.read': 'AESMOV',
  'organisation.change': 'A',
  'people.read': 'AESMOV',
  'people.change': 'AS',
  'structure.change': 'AS',
  'operating-model.change': 'AS',
  'agencies.change': 'AS',
  'api-keys.manage': 'A',
  'events.read': 'AESMOV',
  'events.export': 'AES',
  'retention.change': 'A',
  'policies.read': 'AESMOV',
  'policies.change': 'AS',
  'courses.change': 'AS',
  'rules.read': 'AESMOV',
  'rules.change': 'AS',
  'findings.waive': 'ASM',
  'workflows.change': 'AS',
  'stakeholders.read': 'AESM',
  'stakeholders.change': 'ASM',
  'confidential.read': 'AES',
  'confidential.change': 'AS',
  'emergency.stop': 'AESMO',
  'emergency.lift': 'AESM',
  'strategy.read': 'AESMOV',
  'objectives.change': 'AES',
  'goals.change': 'AESM',
  'plans.change': 'AESMO',
  'plans.approve': 'AES',
  'budget.read': 'AESM',
  'budget.change': 'AESM',
  'cost-rates.read': 'AES',
  'content.read': 'AESMOV',
  'campaigns.change': 'ASM',
  'pieces.change': 'ASMO',
  'variants.change': 'ASMO',
  'channels.read': 'AESMOV',
  'channels.change': 'ASM',
  'posts.read': 'AESMOV',
  'posts.change': 'ASMO',
  'posts.approve': 'AESM',
  'posts.publish': 'ASMO',
  'deliveries.settle': 'ASMO',
  'measurement.read': 'AESMOV',
  'conversions.record': 'ASMO',
  'sample.change': 'AES',
}

/** The rights that the operating model divides among units, by the activity they belong to. */
export const DIVIDED: Readonly<Record<Activity, readonly Action[]>> = {
  'set-strategy': ['objectives.change', 'goals.change', 'plans.approve'],
  create: ['campaigns.change', 'pieces.change'],
  adapt: ['variants.change', 'posts.change'],
  approve: ['posts.approve'],
  publish: ['posts.publish'],
  reply: [],
  measure: ['conversions.record'],
}

export function holds(role: Role, action: Action): boolean {
  return HOLDERS[action].includes(role.charAt(0).toUpperCase())
}

/** The roles that lack a right; a right that no table names is lacked by nobody, which the test of this table notices. */
export function lacking(action: string): readonly Role[] {
  return isAction(action) ? ROLES.filter((role) => !holds(role, action)) : []
}

function isAction(name: string): name is Action {
  return Object.hasOwn(HOLDERS, name)
}

/** Where somebody sits, beside or below whom. Everything but the company, its centre and `beside` lies in one region. */
export const SEATS = ['company', 'centre', 'hub', 'region', 'team'] as const
export type Seat = (typeof SEATS)[number]

/**
 * How far each seat reaches in each model. One letter an activity, in the order set-strategy, create, adapt, approve,
 * publish, reply, measure. E: everywhere. R: in its region with all below. -: nowhere.
 */
export const REACH = {
  centralised: { company: 'EEEEEEE', centre: 'EEEEEEE', hub: '-------', region: '-------', team: '-------' },
  decentralised: { company: 'E-----E', centre: '------E', hub: '-RRRRRR', region: '-RRRRRR', team: '-RRRRRR' },
  'hub-and-spoke': { company: 'EEEEEEE', centre: 'EEEEEEE', hub: '-RRRRRR', region: '-RR-RRR', team: '-RR-RRR' },
  dandelion: { company: 'E-----E', centre: 'E-----E', hub: '-RRRRRR', region: '-RR--RR', team: '-RR--RR' },
} as const
