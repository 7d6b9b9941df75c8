import type pg from 'pg'
import { readMigrations } from '#server/kernel/database/migrate.ts'
import { SERVER_ROLE } from '#server/kernel/database/server-role.ts'
import { hasTable } from '../as-owner.ts'
import { opensDataKeys } from '../key/open-data-keys.ts'
import { note, ok, problem, type Finding } from './finding.ts'

const OLDEST = 150_000

/** The database itself: its version, whom the server works as, who may see which rows, its schema, and whether the key fits. */
export async function checkDatabase(client: pg.Client, installationKey: Buffer): Promise<Finding[]> {
  const findings = [await checkVersion(client), await checkRole(client), await checkSchema(client)]
  if (await hasTable(client, 'public.organisations')) {
    findings.push(await checkTenancy(client), await checkDataKeys(client, installationKey))
  }
  return findings
}

async function checkVersion(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
  )
  const { number = 0, version = 'unknown' } = rows[0] ?? {}
  if (number >= OLDEST) return ok('Database', `PostgreSQL ${version} answers.`)
  return problem(
    'Database',
    `PostgreSQL ${version} is too old: Tutti needs 15 or later. Point DATABASE_URL at a newer one.`,
  )
}

async function checkRole(client: pg.Client): Promise<Finding> {
  const about = 'Server role'
  const { rows } = await client.query<{ bypasses: boolean; member: boolean; owns: boolean }>(
    `select rolsuper or rolbypassrls as bypasses, pg_has_role(current_user, oid, 'member') as member,
      exists (select from pg_class where relowner = r.oid and relkind in ('r', 'p')) as owns from pg_roles r where rolname = $1`,
    [SERVER_ROLE],
  )
  const [role] = rows
  if (role === undefined || !role.member)
    return note(
      about,
      `The server works as the login itself, held back by forced row-level security alone. A login that may create roles lets it work as ${SERVER_ROLE}.`,
    )
  if (role.bypasses || role.owns)
    return problem(
      about,
      `The role ${SERVER_ROLE} may pass by row-level security. Run: alter role ${SERVER_ROLE} nosuperuser nobypassrls; and let it own no table.`,
    )
  return ok(about, `The server works as ${SERVER_ROLE}, which owns nothing.`)
}

async function checkTenancy(client: pg.Client): Promise<Finding> {
  const about = 'Row-level security'
  const { rows } = await client.query<{ name: string; safe: boolean }>(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) as safe
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1`)
  const open = rows.filter((row) => !row.safe).map((row) => row.name)
  if (open.length === 0) return ok(about, `It is on and forced for all ${rows.length} tables.`)
  return problem(
    about,
    `It is off or not forced for ${open.join(', ')}: organisations may see each other's rows. Run for each: alter table ${open[0]} enable row level security, force row level security`,
  )
}

async function checkSchema(client: pg.Client): Promise<Finding> {
  const about = 'Schema'
  const known = await readMigrations()
  const { rows } = (await hasTable(client, 'installation.migrations'))
    ? await client.query<{ name: string; hash: string }>('select name, hash from installation.migrations')
    : { rows: [] }
  const applied = new Map(rows.map((row) => [row.name, row.hash]))
  const newer = [...applied.keys()].filter((name) => !known.some((migration) => migration.name === name))
  if (newer.length > 0)
    return problem(about, `The database was made by a newer Tutti (it has ${newer.join(', ')}). Start that version.`)
  const changed = known.filter(({ name, hash }) => applied.has(name) && applied.get(name) !== hash)
  if (changed.length > 0)
    return problem(
      about,
      `${changed.map(({ name }) => name).join(', ')} changed after being applied. Put the old files back.`,
    )
  const missing = known.filter(({ name }) => !applied.has(name))
  if (missing.length > 0)
    return problem(
      about,
      `Not applied yet: ${missing.map(({ name }) => name).join(', ')}. Start the server, or run: tutti migrate`,
    )
  return ok(about, `All ${known.length} migrations are applied.`)
}

async function checkDataKeys(client: pg.Client, installationKey: Buffer): Promise<Finding> {
  const about = 'Sealed secrets'
  const { rows } = await client.query<{ name: string; key: string }>(
    'select name, data_key as key from organisations order by name',
  )
  if (rows.length === 0) return note(about, 'No organisation has been founded yet.')
  const closed = rows.filter((row) => !opensDataKeys(installationKey, [row.key])).map((row) => row.name)
  if (closed.length === 0) return ok(about, 'The installation key opens them.')
  return problem(
    about,
    `The installation key does not open those of ${closed.join(', ')}. Put the right key back from your back-up.`,
  )
}
