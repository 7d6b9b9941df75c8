import pg from 'pg'
import type { TestConnection } from '../database.ts'

/** Where a mere question leaves its traces: attempts to sign in, limits, heart beats. */
const OF_NO_MATTER = ['rateLimit', 'failed_sign_in', 'publishing_workers', 'http_answers', 'session']

export interface RowCount {
  /** How many rows each table holds, as the owner sees them. Two equal answers: nothing was stored between them. */
  readonly count: () => Promise<Readonly<Record<string, number>>>
  readonly close: () => Promise<void>
}

/** Counts in a database over one connection of its own. */
export async function openRowCount(connection: TestConnection): Promise<RowCount> {
  const client = new pg.Client(connection)
  await client.connect()
  await client.query(`set app.maintenance = 'on'`)
  const { rows: tables } = await client.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables where table_schema in ('public', 'identity') and table_type = 'BASE TABLE'`,
  )
  const parts = tables
    .filter(({ name }) => !OF_NO_MATTER.includes(name))
    .map(({ schema, name }) => `select '${schema}.${name}' as name, count(*)::int as rows from "${schema}"."${name}"`)
  const query = parts.join(' union all ')
  return {
    count: async () =>
      Object.fromEntries(
        (await client.query<{ name: string; rows: number }>(query)).rows.map((row) => [row.name, row.rows]),
      ),
    close: () => client.end(),
  }
}
