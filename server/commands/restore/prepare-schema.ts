import type pg from 'pg'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { migrate } from '#server/kernel/database/migrate.ts'
import { fullName } from '../archive/format.ts'
import { listTables, quoted } from '../archive/list-tables.ts'
import { asOwner, hasTable } from '../as-owner.ts'
import { refuseUsed } from './refuse-used.ts'

/** Rows that come by themselves, as when somebody tries to sign in where nobody can yet. */
const MAY_HOLD_ROWS: ReadonlySet<string> = new Set([
  'identity.rateLimit',
  'identity.failed_sign_in',
  'identity.verification',
])

/** Gives a fresh installation the schema that it had after the migration `last`, which may be an earlier one. */
export async function prepareSchema(connection: pg.ClientConfig, last: string): Promise<void> {
  await asOwner(connection, async (client) => {
    await refuseUsed(client)
    if (await isBeyond(client, last)) await clearSchema(client)
  })
  await migrate(connection, last)
}

async function isBeyond(client: pg.Client, last: string): Promise<boolean> {
  if (!(await hasTable(client, 'installation.migrations'))) return false
  const { rows } = await client.query('select from installation.migrations where name > $1 limit 1', [last])
  return rows.length > 0
}

/** Takes the empty tables away, so that migrations can build them up again. What extensions brought stays. */
async function clearSchema(client: pg.Client): Promise<void> {
  const tables = await listTables(client)
  for (const table of tables) {
    if (MAY_HOLD_ROWS.has(fullName(table))) continue
    const { rows } = await client.query(`select from ${quoted(table)} limit 1`)
    if (rows.length > 0)
      throw new CannotStart(
        `The table ${fullName(table)} holds rows. Restore into an empty database. Nothing was changed.`,
      )
  }
  await client.query(`do $$
    declare it record;
    begin
      drop schema identity cascade;
      for it in select c.oid::regclass as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      loop execute format('drop table %s cascade', it.name); end loop;
      for it in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      loop execute format('drop routine if exists %s cascade', it.name); end loop;
      delete from installation.migrations;
    end $$`)
}
