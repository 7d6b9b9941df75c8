import { notify } from '#server/features/organisation/index.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { titleOf, type ApprovalRow } from './store.ts'

type Told =
  | 'approval.approved'
  | 'approval.rejected'
  | 'approval.expired'
  | 'approval.commented'
  | 'approval.stuck'
  | 'approval.link-ended'

/** Tells those who wrote a post what became of it, but not whoever did it. */
export function tellAuthors(
  db: Db,
  clock: Clock,
  approval: ApprovalRow,
  { kind, except, params = {} }: { kind: Told; except: string | null; params?: Readonly<Record<string, string>> },
): Promise<void> {
  const people = new Set([...approval.authors, ...(approval.asked_by === null ? [] : [approval.asked_by])])
  return tell(
    db,
    clock,
    approval,
    [...people].filter((id) => id !== except),
    { kind, params },
  )
}

/** Tells those who can mend workflows and structure. */
export async function tellStrategists(db: Db, clock: Clock, approval: ApprovalRow, kind: Told): Promise<void> {
  const people = await db
    .selectFrom('organisation_people')
    .select('id')
    .where('organisation_id', '=', approval.organisation_id)
    .where('role', 'in', ['strategist', 'administrator'])
    .where('active', '=', true)
    .execute()
  await tell(
    db,
    clock,
    approval,
    people.map(({ id }) => id),
    { kind, params: {} },
  )
}

/** Tells people of a request, by notice. */
export function tell(
  db: Db,
  clock: Clock,
  approval: ApprovalRow,
  people: readonly string[],
  { kind, params }: { kind: Told | 'approval.reminder'; params: Readonly<Record<string, string>> },
): Promise<void> {
  return notify(
    db,
    clock,
    approval.organisation_id,
    people.map((personId) => ({
      personId,
      kind,
      params: { title: titleOf(approval), ...params },
      subject: { type: 'approval' as const, id: approval.id },
    })),
  )
}
