import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { CannotStart } from '../cannot-start.ts'
import { projectRoot } from '../project-root.ts'
import { SERVER_ROLE } from './server-role.ts'

const LOCK = 7_882_371

export interface Migration {
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file, in hex. */
  readonly hash: string
}

/** Every migration that this version knows, the oldest first. */
export async function readMigrations(): Promise<Migration[]> {
  const folder = join(projectRoot(), 'server', 'migrations')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings the schema up to date: applies every numbered file once, each in its own transaction, under a lock so that two
 * processes do not meet. Needs the owner's connection. A file that was changed after it was applied is refused.
 * Returns the names of the files applied now. `last` stops after the file of that name: only for restoring an older back-up.
 */
export async function migrate(connection: pg.ClientConfig, last?: string): Promise<readonly string[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await refuseOldServer(client)
    const applied = await applyFiles(client, last)
    await installJobs(connection)
    await grantToServer(client)
    return applied
  } finally {
    await client.end()
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number }>(`select current_setting('server_version_num')::int as number`)
  if ((rows[0]?.number ?? 0) < 150_000)
    throw new CannotStart('Tutti needs PostgreSQL 15 or later. Point DATABASE_URL at a newer server.')
}

async function applyFiles(client: pg.Client, last: string | undefined): Promise<string[]> {
  await client.query(`create schema if not exists installation;
    create table if not exists installation.migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from installation.migrations')
  const known = new Map(rows.map((row) => [row.name, row.hash]))
  const migrations = await readMigrations()
  const newer = [...known.keys()].find((name) => !migrations.some((migration) => migration.name === name))
  if (newer !== undefined)
    throw new CannotStart(
      `This database was made by a newer Tutti (it has ${newer}). Start that version, or restore a back-up made by this one.`,
    )
  const applied: string[] = []
  for (const { name, sql, hash } of migrations) {
    if (last !== undefined && name > last) break
    if (known.get(name) === hash) continue
    if (known.has(name))
      throw new CannotStart(
        `The migration ${name} was changed after it had been applied. Migrations are only ever added: put the old file back.`,
      )
    await inTransaction(client, async () => {
      await client.query(sql)
      await client.query('insert into installation.migrations (name, hash) values ($1, $2)', [name, hash])
    })
    applied.push(name)
  }
  return applied
}

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function installJobs(connection: pg.ClientConfig): Promise<void> {
  const boss = new PgBoss({ ...poolOptions(connection), supervise: false, schedule: false, migrate: true })
  await boss.start()
  await boss.stop({ graceful: false })
}

function poolOptions(connection: pg.ClientConfig): {
  host?: string
  port?: number
  user?: string
  password?: string
  database?: string
  connectionString?: string
} {
  const { connectionString, host, port, user, password, database } = connection
  if (connectionString !== undefined) return { connectionString }
  return {
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(user === undefined ? {} : { user }),
    ...(typeof password === 'string' ? { password } : {}),
    ...(database === undefined ? {} : { database }),
  }
}

/** The server works as a role that owns nothing. Where the owner may not make roles, forced row-level security alone holds. */
async function grantToServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ exists: boolean; may: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as exists, (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as may`,
    [SERVER_ROLE],
  )
  if (!rows[0]?.exists && !rows[0]?.may) return
  if (!rows[0].exists)
    await client.query(
      `do $$ begin create role ${SERVER_ROLE} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    )
  await client.query(`
    -- Two installations may share a cluster: an owner who may not give the role away works without it.
    do $$ begin grant ${SERVER_ROLE} to current_user; exception when insufficient_privilege then null; end $$;
    grant usage on schema public, identity, pgboss to ${SERVER_ROLE};
    grant select, insert, update, delete on all tables in schema public, identity, pgboss to ${SERVER_ROLE};
    grant usage, select on all sequences in schema public, identity, pgboss to ${SERVER_ROLE};
    grant execute on all functions in schema public, pgboss to ${SERVER_ROLE};
    revoke update, delete on events from ${SERVER_ROLE};
    grant usage on schema installation to ${SERVER_ROLE};
    grant select on installation.migrations to ${SERVER_ROLE};
  `)
}
