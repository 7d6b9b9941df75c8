import type { Clock } from '#server/kernel/clock.ts'
import type { Change } from '#server/kernel/events/change.ts'
import { superiorsOf } from '../lines/superiors-of.ts'
import { notify, type NewNotice } from '../notices.ts'
import { lockStructure } from '../units/store.ts'
import { heldPositions, updatePosition } from './store.ts'

/** Leaves what somebody held vacant, and tells whoever is next above each position on the functional line. */
export async function vacatePositions(
  { db, record }: Change,
  clock: Clock,
  organisationId: string,
  person: { readonly id: string; readonly name: string },
): Promise<void> {
  await lockStructure(db, organisationId)
  const held = (await heldPositions(db, organisationId, [person.id])).get(person.id) ?? []
  const notices: NewNotice[] = []
  for (const { id, title, unit } of held) {
    const [superior] = await superiorsOf(db, organisationId, { positionId: id }, 'functional')
    await updatePosition(db, organisationId, id, { person_id: null, vacant_since: clock.now() })
    record({
      verb: 'position.vacated',
      subject: { type: 'position', id, title },
      before: { personId: person.id },
      after: { personId: null },
    })
    if (superior !== undefined)
      notices.push({
        personId: superior.personId,
        kind: 'position.vacated',
        params: { person: person.name, position: title, unit: unit.name },
        subject: { type: 'position', id },
      })
  }
  await notify(db, clock, organisationId, notices)
}
