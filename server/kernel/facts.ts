import type { Action, Activity, OperatingModel, Requirable, Role } from '#contract/actions.ts'

/** A rule that asks for an accepted policy or a certificate, and that this person does not meet now. */
export interface Unmet {
  readonly action: Requirable
  readonly kind: 'policy' | 'certificate'
  readonly title: string
  readonly state: 'missing' | 'expired'
  /** When it ended, as a day (ISO); null for what was never there. */
  readonly since: string | null
}

/** What a guest from an agency was given, and whether it still holds. */
export interface AgencyLimits {
  readonly name: string
  readonly state: 'working' | 'ended' | 'without-owner'
  readonly endsOn: string
  readonly activities: readonly Activity[]
  readonly channelIds: readonly string[]
  readonly campaignIds: readonly string[]
}

/** What the organisation's structure says of a person; loaded once a request, beside role and scopes. */
export interface Facts {
  readonly model: OperatingModel
  /** The units a person works in, by name; for sentences. */
  readonly units: readonly { readonly id: string; readonly name: string }[]
  /** For each activity the units below which this person may do it. Null: no bounds (Tutti itself). */
  readonly reach: Readonly<Record<Activity, readonly string[]>> | null
  readonly unmet: readonly Unmet[]
  readonly agency: AgencyLimits | null
}

/** What a right is asked for. Nothing named: whether the person may do it anywhere. A null campaign: it belongs to none. */
export interface Subject {
  /** The unit it belongs to and all above it; null or missing: it belongs to no unit in particular. */
  readonly unitPath?: readonly string[] | null
  readonly channelId?: string | null
  readonly campaignId?: string | null
}

/** What `may` looks at. */
export interface Standing {
  readonly role: Role
  readonly scopes: readonly Action[] | null
  readonly facts: Facts
}

/** The same, where the operating model is not asked: an explicit decision of the organisation stands above it. */
export function beyondModel<Known extends Standing>(standing: Known): Known {
  return { ...standing, facts: { ...standing.facts, reach: null } }
}

/** The facts of Tutti itself, which no structure bounds. */
export const UNBOUND: Facts = { model: 'centralised', units: [], reach: null, unmet: [], agency: null }
