import { sql } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { lockTask, selectTasks, type TaskRow } from './store.ts'

/** One task, removed or not. Refuses `record.not-found`. */
export async function findAnyTask(db: Db, organisationId: string, id: string): Promise<TaskRow> {
  const [row] = await selectTasks(db, organisationId, { where: sql`t.id = ${id}`, order: sql`t.id`, limit: 1 })
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** One task as it is. Refuses `record.not-found`, also for one that was removed. */
export async function findTask(db: Db, organisationId: string, id: string): Promise<TaskRow> {
  const row = await findAnyTask(db, organisationId, id)
  if (row.removed_at !== null) throw new Refusal('record.not-found')
  return row
}

/** One task held for the change that follows. */
export async function holdTask(db: Db, organisationId: string, id: string): Promise<TaskRow> {
  await lockTask(db, organisationId, id)
  return findTask(db, organisationId, id)
}
