import type { Selectable } from 'kysely'
import type { SubjectType } from '#contract/governance.ts'
import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import type { Kept } from './ports.ts'

type HoldRow = Selectable<Tables['governance_legal_holds']>

/** Legal holds, the running ones first, then the newest. */
export function listHolds(kernel: Kernel, { organisationId }: Actor) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await db
      .selectFrom('governance_legal_holds')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .orderBy((the) => the('lifted_at', 'is not', null))
      .orderBy('placed_at', 'desc')
      .limit(500)
      .execute()
    return { items: rows.map(show) }
  })
}

/** Keeps a record, a period, or a record within a period, from being erased until the hold is lifted. */
export function placeHold(kernel: Kernel, actor: Actor, input: Input<'audit', 'placeHold'>) {
  const { organisationId } = actor
  const [from, until] = [toDate(input.from), toDate(input.until)]
  if (input.subject == null && from === null && until === null)
    throw new Refusal('request.invalid', {}, [{ path: 'from', code: 'field.missing' }])
  if (from !== null && until !== null && until <= from)
    throw new Refusal('time.order', {}, [{ path: 'until', code: 'time.order' }])
  return change(kernel, actor, async ({ db, record }) => {
    const title = input.subject == null ? null : await titleOf(db, organisationId, input.subject)
    const row = await db
      .insertInto('governance_legal_holds')
      .values({
        organisation_id: organisationId,
        id: kernel.clock.newId(),
        reason: input.reason,
        subject_type: input.subject?.type ?? null,
        subject_id: input.subject?.id ?? null,
        subject_title: title,
        from_at: from,
        until_at: until,
        placed_by: actor.personId,
        placed_by_name: actor.name,
        placed_at: kernel.clock.now(),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    record({
      verb: 'legal-hold.placed',
      subject: { type: 'legal-hold', id: row.id, title: row.reason },
      after: {
        reason: row.reason,
        record: input.subject ?? null,
        from: from?.toISOString() ?? null,
        until: until?.toISOString() ?? null,
      },
    })
    return show(row)
  })
}

/** Ends a hold: what its period is over for is erased by the next daily turn. */
export function liftHold(kernel: Kernel, actor: Actor, { id, reason }: { id: string; reason: string }) {
  return change(kernel, actor, async ({ db, record }) => {
    const row = await db
      .selectFrom('governance_legal_holds')
      .selectAll()
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) throw new Refusal('record.not-found')
    if (row.lifted_at !== null) return show(row)
    const lifted = { lifted_at: kernel.clock.now(), lifted_by_name: actor.name, lift_reason: reason }
    await db
      .updateTable('governance_legal_holds')
      .set(lifted)
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', id)
      .execute()
    record({
      verb: 'legal-hold.lifted',
      subject: { type: 'legal-hold', id, title: row.reason },
      before: { lifted: false },
      after: { lifted: true, liftReason: reason },
    })
    return show({ ...row, ...lifted })
  })
}

/** What the running holds keep, for erasing in other rooms. */
export async function readKept(db: Db, organisationId: string): Promise<Kept> {
  const rows = await db
    .selectFrom('governance_legal_holds')
    .select(['subject_id', 'from_at', 'until_at'])
    .where('organisation_id', '=', organisationId)
    .where('lifted_at', 'is', null)
    .execute()
  return {
    // A record is kept as a whole there, whatever period its hold names: rather too much than too little.
    records: rows.flatMap((row) => row.subject_id ?? []),
    periods: rows.flatMap((row) => (row.subject_id === null ? [{ from: row.from_at, until: row.until_at }] : [])),
  }
}

/** A hold on a record that nothing ever happened to would be a slip of the pen. */
async function titleOf(
  db: Db,
  organisationId: string,
  subject: { type: SubjectType; id: string },
): Promise<string | null> {
  const event = await db
    .selectFrom('events')
    .select('subject_title')
    .where('organisation_id', '=', organisationId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .orderBy((the) => the('subject_title', 'is', null))
    .orderBy('position', 'desc')
    .executeTakeFirst()
  if (event === undefined) throw unknownReference('subject.id')
  return event.subject_title
}

function toDate(text: string | null | undefined): Date | null {
  return text == null ? null : new Date(text)
}

function show(row: HoldRow) {
  return {
    id: row.id,
    reason: row.reason,
    subject:
      row.subject_type === null || row.subject_id === null
        ? null
        : { type: row.subject_type as SubjectType, id: row.subject_id, title: row.subject_title },
    from: row.from_at?.toISOString() ?? null,
    until: row.until_at?.toISOString() ?? null,
    placedAt: row.placed_at.toISOString(),
    placedBy: row.placed_by_name,
    lifted:
      row.lifted_at === null
        ? null
        : { at: row.lifted_at.toISOString(), by: row.lifted_by_name ?? '', reason: row.lift_reason ?? '' },
  }
}
