import { describe, expect, it } from 'vitest'
import {
  ACTIONS,
  ACTIVITIES,
  OPERATING_MODELS,
  ROLES,
  type Action,
  type Activity,
  type OperatingModel,
  type Role,
} from '#contract/actions.ts'
import type { AgencyLimits, Facts, Subject, Unmet } from '#server/kernel/facts.ts'
import { DIVIDED, HOLDERS, REACH, SEATS, holds, type Seat } from '#test/role-table.ts'
import { heldActionsOf, may } from './may.ts'
import { reachOf, type ModelUnit } from './operating-model.ts'

/*          company
 *   centre   region      beside
 *            hub  team   beside-team     */
const UNITS: Readonly<Record<string, ModelUnit>> = {
  company: { id: 'company', parentId: null, kind: 'company', centre: false },
  centre: { id: 'centre', parentId: 'company', kind: 'department', centre: true },
  region: { id: 'region', parentId: 'company', kind: 'region', centre: false },
  hub: { id: 'hub', parentId: 'region', kind: 'team', centre: true },
  team: { id: 'team', parentId: 'region', kind: 'team', centre: false },
}
const PATHS: Readonly<Record<string, readonly string[]>> = {
  company: ['company'],
  centre: ['centre', 'company'],
  region: ['region', 'company'],
  hub: ['hub', 'region', 'company'],
  team: ['team', 'region', 'company'],
  beside: ['beside', 'company'],
  'beside-team': ['beside-team', 'beside', 'company'],
}
/** What lies in the region of the seats that have one. */
const IN_REGION = ['region', 'hub', 'team']
/** Null: it belongs to no unit. Undefined: nothing in particular is asked about. */
const TARGETS = [...Object.keys(PATHS), null, undefined]

const AGENCIES: Readonly<Record<string, AgencyLimits | null>> = {
  none: null,
  working: agency('working', ['create', 'adapt']),
  measuring: agency('working', ['measure']),
  ended: agency('ended', ['create', 'adapt']),
  orphaned: agency('without-owner', ['create', 'adapt']),
}
/** What guests may look at, whatever else they were given. */
const GUESTS_SEE = 'organisation.read policies.read rules.read content.read channels.read posts.read'.split(' ')

function agency(state: AgencyLimits['state'], activities: readonly Activity[]): AgencyLimits {
  return { name: 'Lumen Row', state, endsOn: '2027-03-31', activities, channelIds: ['given'], campaignIds: ['given'] }
}

const CERTIFICATES = ['met', 'policy missing', 'certificate missing', 'certificate expired'] as const
type Certificate = (typeof CERTIFICATES)[number]
const SCOPES = ['all', 'with it', 'without it'] as const

/** Each alone, and two at once where the order shows. */
const STATES: readonly (readonly [Certificate, (typeof SCOPES)[number]])[] = [
  ['met', 'all'],
  ['met', 'with it'],
  ['met', 'without it'],
  ['policy missing', 'all'],
  ['certificate missing', 'without it'],
  ['certificate expired', 'with it'],
]

/** What an agency was given does not ask for the unit, so that three targets are enough for guests. */
function guestsAt(target: string | null | undefined): readonly string[] {
  return target === null || target === undefined || target === 'region' ? Object.keys(AGENCIES) : ['none']
}

function unmetFor(action: Action, state: Certificate): Unmet[] {
  if (state === 'met') return []
  const [kind, what] = state.split(' ')
  // Requirements can only be made for some rights; `may` must not care which.
  return [
    {
      action: action as Unmet['action'],
      kind: kind === 'policy' ? 'policy' : 'certificate',
      title: 'Brand voice',
      state: what === 'expired' ? 'expired' : 'missing',
      since: what === 'expired' ? '2026-10-31' : null,
    },
  ]
}

function activityOf(action: Action): Activity | null {
  return ACTIVITIES.find((activity) => DIVIDED[activity].includes(action)) ?? null
}

function reaches(model: OperatingModel, seat: Seat, activity: Activity, target: string | null | undefined): boolean {
  const letter = REACH[model][seat][ACTIVITIES.indexOf(activity)]
  if (letter === '-') return false
  return letter === 'E' || target === null || target === undefined || IN_REGION.includes(target)
}

interface Row {
  readonly action: Action
  readonly role: Role
  readonly model: OperatingModel
  readonly seat: Seat
  readonly target: string | null | undefined
  readonly agency: keyof typeof AGENCIES
  readonly certificate: Certificate
  readonly scope: (typeof SCOPES)[number]
}

/** The rules once more, in the order in which they hold; null where none does. */
function expected({ action, role, model, seat, target, agency: guest, certificate, scope }: Row): string | null {
  const activity = activityOf(action)
  if (!holds(role, action)) return 'right.missing'
  if (scope === 'without it') return 'right.scope-missing'
  if (guest === 'ended') return 'right.agency-ended'
  if (guest === 'orphaned') return 'right.agency-without-owner'
  if (guest !== 'none') {
    const given = guest === 'measuring' ? ['measure'] : ['create', 'adapt']
    const sees = guest === 'measuring' ? [...GUESTS_SEE, 'measurement.read'] : GUESTS_SEE
    if (activity === null ? !sees.includes(action) : !given.includes(activity)) return 'right.agency-limit'
  }
  if (certificate === 'policy missing') return 'right.policy-not-accepted'
  if (certificate === 'certificate missing') return 'right.certificate-missing'
  if (certificate === 'certificate expired') return 'right.certificate-expired'
  if (activity === null || role === 'administrator' || guest !== 'none') return null
  return reaches(model, seat, activity, target) ? null : 'right.not-in-model'
}

function answered({ action, role, model, seat, target, agency: guest, certificate, scope }: Row): string | null {
  const unit = UNITS[seat]
  if (unit === undefined) throw new Error(seat)
  const above = (PATHS[seat] ?? []).flatMap((id) => UNITS[id] ?? [])
  const facts: Facts = {
    model,
    units: [{ id: unit.id, name: unit.id }],
    reach: reachOf(model, [unit], above, []),
    unmet: unmetFor(action, certificate),
    agency: AGENCIES[guest] ?? null,
  }
  const scopes = scope === 'all' ? null : scope === 'with it' ? [action] : ACTIONS.filter((other) => other !== action)
  const subject: Subject = target === undefined ? {} : { unitPath: target === null ? null : (PATHS[target] ?? []) }
  const decision = may({ role, scopes, facts }, action, subject)
  return decision.allowed ? null : decision.because.code
}

describe('every right', () => {
  it('stands in the second table, and no other does', () => {
    expect(Object.keys(HOLDERS).toSorted()).toEqual([...ACTIONS].toSorted())
  })

  it.each(OPERATING_MODELS.flatMap((model) => SEATS.map((seat) => [model, seat] as const)))(
    'is answered in the model %s for the seat %s as the rules say, whoever asks for whatever',
    (model, seat) => {
      const wrong: unknown[] = []
      let asked = 0
      for (const action of ACTIONS)
        for (const role of ROLES)
          for (const target of TARGETS)
            for (const guest of guestsAt(target))
              for (const [certificate, scope] of STATES) {
                const row = { action, role, model, seat, target, agency: guest, certificate, scope }
                const [should, does] = [expected(row), answered(row)]
                asked += 1
                if (should !== does && wrong.length < 5) wrong.push({ ...row, should, does })
              }
      expect(wrong).toEqual([])
      expect(asked).toBeGreaterThan(30_000)
    },
    60_000,
  )
})

const hub = { model: 'hub-and-spoke', units: [{ id: 'region', name: 'DACH' }], unmet: [], agency: null } as const
const inRegion: Facts = {
  ...hub,
  reach: reachOf('hub-and-spoke', [UNITS['region'] as ModelUnit], [UNITS['company'] as ModelUnit], []),
}

describe('may', () => {
  it('limits an agency to the channels and campaigns it was given', () => {
    const guest = {
      role: 'officer',
      scopes: null,
      facts: { ...inRegion, agency: AGENCIES['working'] ?? null },
    } as const
    const ask = (subject: Subject) => may(guest, 'posts.change', subject).allowed
    expect([
      ask({ channelId: 'given' }),
      ask({ campaignId: 'given', channelId: 'given' }),
      ask({ channelId: 'other' }),
      ask({ channelId: 'given', campaignId: 'other' }),
      ask({ channelId: 'given', campaignId: null }),
      ask({ channelId: null, campaignId: 'given' }),
      ask({ channelId: null, campaignId: null }),
      ask({}),
    ]).toEqual([true, true, false, false, true, true, false, true])
  })

  it('asks nobody for what is public, and everybody to sign in for the rest', () => {
    expect(may(null, 'public').allowed).toBe(true)
    expect(may(null, 'signed-in')).toMatchObject({ because: { code: 'sign-in.needed' } })
    for (const action of ACTIONS) expect(may(null, action)).toMatchObject({ because: { code: 'sign-in.needed' } })
  })

  it('lets whoever is signed in have what is their own, also as a guest whose agency ended', () => {
    const facts = { ...inRegion, agency: AGENCIES['ended'] ?? null }
    expect(may({ role: 'viewer', scopes: [], facts }, 'signed-in').allowed).toBe(true)
  })

  it('says which roles could, and for which units the model speaks', () => {
    const decision = may({ role: 'manager', scopes: null, facts: inRegion }, 'posts.approve', {
      unitPath: PATHS['beside'] ?? [],
    })
    expect(decision).toMatchObject({
      because: {
        code: 'right.not-in-model',
        roles: ['administrator', 'executive', 'strategist', 'manager'],
        params: { model: 'hub-and-spoke', activity: 'approve', units: 'DACH' },
      },
    })
  })

  it('tells the screen what is held although the role allows it, and nothing that the role forbids', () => {
    const held = heldActionsOf({ role: 'manager', scopes: null, facts: inRegion })
    expect(held.map(({ action, code }) => [action, code])).toEqual([
      ['goals.change', 'right.not-in-model'],
      ['posts.approve', 'right.not-in-model'],
    ])
  })
})
