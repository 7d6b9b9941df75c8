import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Change } from '#server/kernel/events/change.ts'
import { updatePosition, type PositionRecord } from './store.ts'

/**
 * Refuses to take a guest out of the agency while the account is open and nothing else is held: whoever holds no position
 * belongs to the company itself, and would see more than before.
 */
export async function keepGuestInPlace(db: Db, organisationId: string, position: PositionRecord): Promise<void> {
  const { person } = position
  if (person === null || !(await isAgency(db, organisationId, position.unit.id))) return
  const other = await db
    .selectFrom('organisation_positions as p')
    .innerJoin('organisation_people as o', (join) =>
      join.onRef('o.organisation_id', '=', 'p.organisation_id').onRef('o.id', '=', 'p.person_id'),
    )
    .select('p.id')
    .where('p.organisation_id', '=', organisationId)
    .where('p.person_id', '=', person.id)
    .where('p.id', '!=', position.id)
    .where('p.closed_at', 'is', null)
    .executeTakeFirst()
  if (other !== undefined) return
  throw new Refusal('agency.guest-loose', { person: person.name, agency: position.unit.name })
}

/** A guest whose account is opened again sits where they sat; where that place is gone they have to be invited anew. */
export async function seatGuest({ db, record }: Change, organisationId: string, personId: string): Promise<void> {
  const last = await db
    .selectFrom('organisation_position_holders as h')
    .innerJoin('organisation_positions as p', (join) =>
      join.onRef('p.organisation_id', '=', 'h.organisation_id').onRef('p.id', '=', 'h.position_id'),
    )
    .innerJoin('organisation_units as u', (join) =>
      join.onRef('u.organisation_id', '=', 'p.organisation_id').onRef('u.id', '=', 'p.unit_id'),
    )
    .select(['p.id', 'p.title', 'p.person_id', 'p.closed_at', 'u.kind', 'u.name'])
    .where('h.organisation_id', '=', organisationId)
    .where('h.person_id', '=', personId)
    .orderBy('h.until', (order) => order.desc().nullsFirst())
    .orderBy('h.since', 'desc')
    .executeTakeFirst()
  if (last === undefined || last.kind !== 'agency' || last.person_id === personId) return
  if (last.person_id !== null || last.closed_at !== null)
    throw new Refusal('agency.guest-without-place', { agency: last.name })
  await updatePosition(db, organisationId, last.id, { person_id: personId, vacant_since: null })
  record({
    verb: 'position.changed',
    subject: { type: 'position', id: last.id, title: last.title },
    before: { personId: null },
    after: { personId },
  })
}

/** Whether a unit is an agency. */
export async function isAgency(db: Db, organisationId: string, unitId: string): Promise<boolean> {
  const unit = await db
    .selectFrom('organisation_units')
    .select('kind')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', unitId)
    .executeTakeFirst()
  return unit?.kind === 'agency'
}
