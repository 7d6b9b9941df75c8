import { sql } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { showAccount, type ShownAccount } from './show-account.ts'
import { lockInventory, selectAccounts, type AccountRow } from './store-accounts.ts'
import { newestReadings } from './store-readings.ts'

/** One account, removed or not. Refuses `record.not-found`. */
export async function findAnyAccount(db: Db, organisationId: string, id: string): Promise<AccountRow> {
  const [row] = await selectAccounts(db, organisationId, { where: sql`a.id = ${id}`, limit: 1 })
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** One account as it is. Refuses `record.not-found`, also for one that was removed. */
export async function findAccount(db: Db, organisationId: string, id: string): Promise<AccountRow> {
  const row = await findAnyAccount(db, organisationId, id)
  if (row.removed_at !== null) throw new Refusal('record.not-found')
  return row
}

/** One account held, with the list it stands on, for the change that follows. */
export async function holdAccount(db: Db, organisationId: string, id: string): Promise<AccountRow> {
  await lockInventory(db, organisationId)
  return findAccount(db, organisationId, id)
}

/** One account with its newest reading, as the contract describes it. */
export async function readShown(db: Db, clock: Clock, organisationId: string, id: string): Promise<ShownAccount> {
  const row = await findAccount(db, organisationId, id)
  return showAccount(row, (await newestReadings(db, organisationId, [id])).get(id), clock.now())
}
