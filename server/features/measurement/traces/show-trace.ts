import { Refusal } from '#contract/refusal.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { showResult } from '../domain/result.ts'
import { drawStations, type SubjectKind } from '../domain/trace.ts'
import type { Needs } from '../needs.ts'
import { reachFrom } from './reach.ts'
import { readPost, readResult, readStation } from './store-trace.ts'

export interface TraceSubject {
  readonly type: SubjectKind
  readonly id: string
}

/** From any record up to the objectives it serves and down to what came back. Refuses a record that does not exist. */
export function showTrace(kernel: Needs, actor: Actor, subject: TraceSubject) {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { currency } = await readOrganisation(db, organisationId)
    return traceOf(db, { organisationId, currency }, subject)
  })
}

/** A record's trace inside a transaction of the caller. */
export async function traceOf(
  db: Db,
  { organisationId, currency }: { readonly organisationId: string; readonly currency: string },
  { type, id }: TraceSubject,
) {
  const reach = reachFrom(organisationId, type, id)
  const station = (kind: SubjectKind) =>
    kind === 'post' && type === 'post'
      ? readPost(db, organisationId, id)
      : readStation(db, organisationId, kind, reach[kind])
  const here = await station(type)
  if (here.total === 0) throw new Refusal('record.not-found')
  const found = {
    objective: await station('objective'),
    goal: await station('goal'),
    campaign: await station('campaign'),
    piece: await station('piece'),
    post: await station('post'),
  }
  const result = showResult(await readResult(db, organisationId, reach.post), currency)
  return { subject: { type, id }, stations: drawStations(type, found, result), result }
}
