import type pg from 'pg'

/** Runs while a table is out of the way: what needs it fails for a reason that lies with the server. */
export async function withoutTable<T>(owner: pg.Client, table: string, work: () => Promise<T>): Promise<T> {
  await owner.query(`alter table ${table} rename to ${table}_away`)
  try {
    return await work()
  } finally {
    await owner.query(`alter table ${table}_away rename to ${table}`)
  }
}
