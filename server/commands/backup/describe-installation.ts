import type pg from 'pg'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { hasTable } from '../as-owner.ts'
import type { Head } from '../archive/format.ts'

/** What the head of an archive says about the installation. Throws CannotStart where the database holds no Tutti. */
export async function describeInstallation(
  client: pg.Client,
): Promise<Pick<Head, 'createdAt' | 'postgres' | 'migrations' | 'organisations'>> {
  if (!(await hasTable(client, 'installation.migrations')) || !(await hasTable(client, 'public.organisations'))) {
    throw new CannotStart('There is no Tutti in this database yet, so there is nothing to back up.')
  }
  const server = await client.query<{ now: Date; version: string }>(
    `select transaction_timestamp() as now, current_setting('server_version') as version`,
  )
  const migrations = await client.query<Head['migrations'][number]>(
    'select name, hash from installation.migrations order by name',
  )
  const organisations = await client.query<Head['organisations'][number]>(
    'select organisation_id as id, name, data_key as "dataKey" from organisations order by organisation_id',
  )
  const [row] = server.rows
  if (row === undefined) throw new Error('PostgreSQL did not tell its version.')
  return {
    createdAt: row.now.toISOString(),
    postgres: row.version,
    migrations: migrations.rows,
    organisations: organisations.rows,
  }
}

/** Files that records name, as `<organisation>/<name>`. */
export async function readReferencedFiles(client: pg.Client): Promise<ReadonlySet<string>> {
  if (!(await hasTable(client, 'public.content_media'))) return new Set()
  const { rows } = await client.query<{ file: string }>(
    `select distinct organisation_id || '/' || file as file from content_media`,
  )
  return new Set(rows.map((row) => row.file))
}
