import { sql } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { showAudience, type ShownAudience } from './show-audience.ts'
import { lockAudience, selectAudiences } from './store.ts'

/** One audience, archived or not. Refuses `record.not-found`. */
export async function findAudience(db: Db, organisationId: string, id: string): Promise<ShownAudience> {
  const [row] = await selectAudiences(db, organisationId, { where: sql`a.id = ${id}`, limit: 1 })
  if (row === undefined) throw new Refusal('record.not-found')
  return showAudience(row)
}

/** The same, held for the change that follows. */
export async function holdAudience(db: Db, organisationId: string, id: string): Promise<ShownAudience> {
  await lockAudience(db, organisationId, id)
  return findAudience(db, organisationId, id)
}
