import { sql, type Selectable } from 'kysely'
import type { BREAKS } from '#contract/audit.ts'
import { Refusal } from '#contract/refusal.ts'
import { systemActor, type Actor } from '#server/kernel/actor.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { showEvent, type EventRow } from './show-event.ts'

type VerificationRow = Selectable<Tables['governance_verifications']>
type Break = { readonly position: number; readonly why: (typeof BREAKS)[number] }

/** So many events are verified in one statement; a log that is no longer is verified while one waits. */
const STRETCH = 20_000
export const VERIFY_JOB = 'governance.verify-chain'

/** Begins a verification of the chain as it is now. A short one has ended when this returns. */
export async function verifyChain(kernel: Kernel, actor: Actor) {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  const head = await kernel.database.inOrganisation(organisationId, async (db) => {
    const found = await db
      .selectFrom('event_heads')
      .select(['position', 'hash'])
      .where('organisation_id', '=', organisationId)
      .executeTakeFirst()
    const { position, hash } = found ?? { position: 0, hash: Buffer.alloc(0) }
    await db
      .insertInto('governance_verifications')
      .values({
        organisation_id: organisationId,
        id,
        started_by: actor.personId,
        started_by_name: actor.name,
        started_at: kernel.clock.now(),
        head_position: position,
        head_hash: hash,
      })
      .execute()
    if (position > STRETCH) await kernel.jobs.send(VERIFY_JOB, { organisationId, id }, {}, db)
    return position
  })
  if (head <= STRETCH) await continueVerification(kernel, organisationId, id)
  return showVerification(kernel, actor, id)
}

/** Verifies from where a verification stands to its end, stretch by stretch, each kept: a killed process costs one stretch. */
export async function continueVerification(kernel: Kernel, organisationId: string, id: string): Promise<void> {
  for (;;) {
    const ended = await kernel.database.inOrganisation(organisationId, async (db) => {
      const row = await readRow(db, organisationId, id)
      if (row.ended_at !== null) return true
      const to = Math.min(row.reached + STRETCH, row.head_position)
      const { reached, hash, broken } = await verifyStretch(db, row, to)
      await db
        .updateTable('governance_verifications')
        .set({ reached, reached_hash: hash })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute()
      if (broken === null && to < row.head_position) return false
      return { broken: broken ?? (await verifyWhole(db, row, hash)) }
    })
    if (ended === true) return
    if (ended === false) continue
    return file(kernel, organisationId, id, ended.broken)
  }
}

async function verifyStretch(
  db: Db,
  row: VerificationRow,
  to: number,
): Promise<{ readonly reached: number; readonly hash: Buffer; readonly broken: Break | null }> {
  const { rows } = await sql<{
    reached: number | null
    reached_hash: Buffer | null
    broken: number | null
    why: Break['why'] | null
  }>`select * from verify_events(${row.organisation_id}, ${row.reached}, ${row.reached_hash}, ${to})`.execute(db)
  const { reached = null, reached_hash: hash = null, broken = null, why = null } = rows[0] ?? {}
  const last = reached ?? row.reached
  if (broken !== null && why !== null)
    return { reached: broken - 1, hash: row.reached_hash, broken: { position: broken, why } }
  // Whatever lies behind the last event that is there was cut off.
  if (last < to) return { reached: last, hash: hash ?? row.reached_hash, broken: { position: last + 1, why: 'end' } }
  return { reached: last, hash: hash ?? row.reached_hash, broken: null }
}

/** What no single stretch shows: its end, erasures that no event tells of, and a chain that was written anew. */
async function verifyWhole(db: Db, row: VerificationRow, hash: Buffer): Promise<Break | null> {
  const { organisation_id: organisationId, head_position: head } = row
  if (!hash.equals(row.head_hash)) return { position: head, why: 'end' }
  const { rows } = await sql<{
    position: number | null
  }>`select unrecorded_erasure(${organisationId}) as position`.execute(db)
  const erased = rows[0]?.position ?? null
  if (erased !== null) return { position: erased, why: 'erased' }
  const anchors = await sql<{ position: number }>`
    select v.head_position as position from governance_verifications v left join events e on e.organisation_id = v.organisation_id and e.position = v.head_position
    where v.organisation_id = ${organisationId} and v.ended_at is not null and v.broken_at is null and v.head_position > 0 and e.hash is distinct from v.head_hash
    order by 1 limit 1`.execute(db)
  const anchor = anchors.rows[0]
  return anchor === undefined ? null : { position: anchor.position, why: 'rewritten' }
}

async function file(kernel: Kernel, organisationId: string, id: string, broken: Break | null): Promise<void> {
  await change(kernel, systemActor(organisationId), async ({ db, record }) => {
    const filed = await db
      .updateTable('governance_verifications')
      .set({ ended_at: kernel.clock.now(), broken_at: broken?.position ?? null, broken_why: broken?.why ?? null })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returningAll()
      .executeTakeFirst()
    if (filed === undefined) return
    record({
      verb: broken === null ? 'audit.verified' : 'audit.found-broken',
      subject: { type: 'audit', id: organisationId },
      after: {
        events: filed.head_position,
        head: filed.head_hash.toString('hex'),
        startedBy: filed.started_by_name,
        ...(broken === null ? {} : { brokenAt: broken.position, why: broken.why }),
      },
    })
  })
}

/** A verification as it stands, with the event at which the chain breaks. */
export function showVerification(kernel: Kernel, { organisationId }: Actor, id: string) {
  return kernel.database.inOrganisation(organisationId, async (db) => show(db, await readRow(db, organisationId, id)))
}

/** The latest verifications. */
export function listVerifications(kernel: Kernel, { organisationId }: Actor) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const rows = await db
      .selectFrom('governance_verifications')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .orderBy('started_at', 'desc')
      .orderBy('id', 'desc')
      .limit(10)
      .execute()
    return { items: await Promise.all(rows.map((row) => show(db, row))) }
  })
}

async function readRow(db: Db, organisationId: string, id: string): Promise<VerificationRow> {
  const row = await db
    .selectFrom('governance_verifications')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

async function show(db: Db, row: VerificationRow) {
  const event =
    row.broken_at === null
      ? undefined
      : await db
          .selectFrom('events')
          .selectAll()
          .where('organisation_id', '=', row.organisation_id)
          .where('position', '=', row.broken_at)
          .executeTakeFirst()
  return {
    id: row.id,
    startedAt: row.started_at.toISOString(),
    startedBy: row.started_by_name,
    events: row.head_position,
    reached: row.reached,
    endedAt: row.ended_at?.toISOString() ?? null,
    head: row.head_hash.toString('hex'),
    broken:
      row.broken_at === null
        ? null
        : {
            position: row.broken_at,
            why: row.broken_why as Break['why'],
            event: event === undefined ? null : showEvent(event satisfies EventRow),
          },
  }
}
