import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { NewEvent } from '#server/kernel/events/change.ts'
import { lockStructure } from '../units/store.ts'
import { isAgency } from './guest-places.ts'
import { positions, showPosition, updatePosition } from './store.ts'

interface Places {
  readonly personId: string
  readonly positionIds: readonly string[]
}

/**
 * Seats whoever accepted an invitation where it said. A place inside that was filled meanwhile is passed over; one in an
 * agency is not, since a guest without a place would be no guest. Answers with the events to record.
 */
export async function takePlaces(
  db: Db,
  organisationId: string,
  { personId, positionIds }: Places,
): Promise<readonly NewEvent[]> {
  if (positionIds.length === 0) return []
  await lockStructure(db, organisationId)
  const events: NewEvent[] = []
  const rows = await positions(db, organisationId)
    .where('p.id', 'in', [...positionIds])
    .execute()
  for (const place of rows.map(showPosition)) {
    if (place.closedAt !== null || place.person !== null) {
      if (await isAgency(db, organisationId, place.unit.id)) throw new Refusal('invitation.place-gone')
      continue
    }
    await updatePosition(db, organisationId, place.id, { person_id: personId, vacant_since: null })
    events.push({
      verb: 'position.changed',
      subject: { type: 'position', id: place.id, title: place.title },
      before: { personId: null },
      after: { personId },
    })
  }
  return events
}
