import type pg from 'pg'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { fullName, type Manifest } from '../archive/format.ts'
import { LEFT_OUT, listTables, quoted, type Table } from '../archive/list-tables.ts'
import { hasTable } from '../as-owner.ts'
import { refuseUsed } from './refuse-used.ts'

export interface OpenTables {
  /** Binds the owner to row-level security again, where it was bound before, and lets triggers work. */
  readonly close: () => Promise<void>
}

/**
 * Takes the tables of a fresh installation for the rest of the transaction, empties them, and lets the owner load rows into
 * them: row-level security does not bind the owner meanwhile, and triggers rest. Throws CannotStart where somebody began to
 * use it, or where the tables are not those of the archive.
 */
export async function openTables(client: pg.Client, { tables: archived }: Manifest): Promise<OpenTables> {
  const tables = await listTables(client)
  const differing = differences(tables, archived)
  if (differing.length > 0) {
    throw new CannotStart(
      `The tables of the back-up and of this database differ: ${differing.join(', ')}. Nothing was changed.`,
    )
  }
  const beside: string[] = []
  for (const name of LEFT_OUT) if (await hasTable(client, name)) beside.push(name)
  const all = [...tables.map(quoted), ...beside].join(', ')
  await client.query(`lock table ${all} in access exclusive mode`)
  await refuseUsed(client)
  await client.query(`truncate ${all}`)
  const forced = await listForced(client)
  for (const table of tables) {
    await client.query(`alter table ${quoted(table)} no force row level security, disable trigger user`)
  }
  return {
    close: async () => {
      for (const table of tables) {
        const force = forced.has(fullName(table)) ? 'force row level security, ' : ''
        await client.query(`alter table ${quoted(table)} ${force}enable trigger user`)
      }
    },
  }
}

async function listForced(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relforcerowsecurity`,
  )
  return new Set(rows.map((row) => row.name))
}

function differences(here: readonly Table[], archived: readonly Table[]): string[] {
  const shapes = (tables: readonly Table[]) =>
    tables.map((table) => `${fullName(table)} (${[...table.columns].sort().join(', ')})`)
  const [mine, theirs] = [shapes(here), shapes(archived)]
  const differing = [
    ...mine.filter((shape) => !theirs.includes(shape)),
    ...theirs.filter((shape) => !mine.includes(shape)),
  ]
  return [...new Set(differing.map((shape) => shape.slice(0, shape.indexOf(' '))))]
}

/** Lets the sequences go on where they stood. */
export async function setSequences(client: pg.Client, sequences: Manifest['sequences']): Promise<void> {
  for (const sequence of sequences)
    await client.query('select setval($1::regclass, $2::bigint)', [quoted(sequence), sequence.last])
}
