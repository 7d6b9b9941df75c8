import type { Role } from '#contract/actions.ts'
import type { Language } from '#contract/kinds.ts'
import type { OrganisationRow, PersonRow } from './store.ts'

/** An organisation as the contract describes it. */
export function showOrganisation(row: OrganisationRow) {
  return {
    id: row.organisation_id,
    name: row.name,
    slug: row.slug,
    language: row.language as Language,
    timeZone: row.time_zone,
    currency: row.currency,
    sample: row.sample,
    version: row.version,
  }
}

/** A person as the contract describes them. */
export function showPerson(row: PersonRow, twoFactor: boolean) {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as Role,
    active: row.active,
    twoFactor,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    version: row.version,
  }
}
