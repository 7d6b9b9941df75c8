import type { ListKind } from '#contract/transfer.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'

export interface Progress {
  readonly tell: (done: number, total: number) => Promise<void>
  readonly end: (state: 'done' | 'failed') => Promise<void>
}

const EVERY = 25

/** Writes down how far an import is, beside its own transaction. The caller may choose the id, so as to ask for it meanwhile. */
export async function noteProgress(
  kernel: Kernel,
  actor: Actor,
  { id, list }: { readonly id: string; readonly list: ListKind },
): Promise<Progress> {
  const { organisationId } = actor
  const made = await kernel.database.inOrganisation(organisationId, (db) =>
    db
      .insertInto('organisation_imports')
      .values({
        organisation_id: organisationId,
        id,
        kind: list,
        state: 'working',
        total: 0,
        started_by: actor.personId ?? organisationId,
        started_at: kernel.clock.now(),
      })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst(),
  )
  if (made === undefined) throw new Refusal('record.exists', {}, [{ path: 'importId', code: 'record.exists' }])
  const write = (columns: { done?: number; total?: number; state?: string; ended_at?: Date }) =>
    kernel.database.inOrganisation(organisationId, (db) =>
      db
        .updateTable('organisation_imports')
        .set(columns)
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute(),
    )
  return {
    tell: async (done, total) => {
      if (done % EVERY === 0 || done === total) await write({ done, total })
    },
    end: async (state) => {
      await write({ state, ended_at: kernel.clock.now() })
    },
  }
}

/** How far an import is. */
export function readProgress(kernel: Kernel, { organisationId }: Actor, id: string) {
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const row = await db
      .selectFrom('organisation_imports')
      .select(['id', 'kind', 'state', 'total', 'done'])
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (row === undefined) throw new Refusal('record.not-found')
    return {
      id,
      list: row.kind as ListKind,
      state: row.state as 'working' | 'done' | 'failed',
      total: row.total,
      done: row.done,
    }
  })
}
