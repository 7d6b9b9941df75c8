import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { showPack, type ShownPack } from './show-pack.ts'
import { lockPack, selectPack, selectRules } from './store.ts'

/** One pack as it is, removed or not. Refuses `record.not-found`. */
export async function findAnyPack(
  db: Db,
  organisationId: string,
  id: string,
): Promise<{ pack: ShownPack; removed: boolean }> {
  const row = await selectPack(db, organisationId, id)
  if (row === null) throw new Refusal('record.not-found')
  return { pack: showPack(row, await selectRules(db, organisationId, [id])), removed: row.removed_at !== null }
}

/** One pack as it is. Refuses `record.not-found`, also for one that was removed. */
export async function findPack(db: Db, organisationId: string, id: string): Promise<ShownPack> {
  const { pack, removed } = await findAnyPack(db, organisationId, id)
  if (removed) throw new Refusal('record.not-found')
  return pack
}

/** The same, held for the change that follows. */
export async function holdPack(db: Db, organisationId: string, id: string): Promise<ShownPack> {
  await lockPack(db, organisationId, id)
  return findPack(db, organisationId, id)
}
