import { notify, peopleOfPart } from '#server/features/organisation/index.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { titleOf, type ApprovalRow } from './store.ts'

/**
 * Tells those whom the operating model's matrix names for the unit of a post: whoever is consulted on approving hears of the
 * question while they can still comment; whoever is informed of publishing hears that it was released.
 */
export async function tellUnits(
  db: Db,
  clock: Clock,
  approval: ApprovalRow,
  kind: 'approval.consulted' | 'approval.released',
): Promise<void> {
  const { organisation_id: organisationId, unit_id: unitId } = approval
  if (unitId === null) return
  const people = await peopleOfPart(
    db,
    organisationId,
    kind === 'approval.consulted'
      ? { unitId, activity: 'approve', part: 'consulted' }
      : { unitId, activity: 'publish', part: 'informed' },
  )
  await notify(
    db,
    clock,
    organisationId,
    people
      .filter((personId) => !approval.authors.includes(personId))
      .map((personId) => ({
        personId,
        kind,
        params: { title: titleOf(approval) },
        subject: { type: 'approval', id: approval.id },
      })),
  )
}
