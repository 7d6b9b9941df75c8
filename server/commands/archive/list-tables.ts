import pg from 'pg'
import { fullName } from './format.ts'

export interface Table {
  readonly schema: string
  readonly name: string
  /** Without generated ones. */
  readonly columns: readonly string[]
}

interface Described extends Table {
  readonly refersTo: readonly string[]
}

/** What lives for a moment and means nothing elsewhere: the heart beats of running workers. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['public.publishing_workers'])

const SCHEMAS = `('public', 'identity')`

/** Every table of Tutti but those of background jobs, each after the ones that its foreign keys name. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Described>(`
    select n.nspname as schema, c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select distinct fn.nspname || '.' || fc.relname from pg_constraint k join pg_class fc on fc.oid = k.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
        where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid) as "refersTo"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${SCHEMAS} and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1, 2`)
  return inLoadOrder(rows.filter((table) => !LEFT_OUT.has(fullName(table))))
}

/** Sorted so that a table comes after those it refers to; of equals the first by name. Throws where they go in a circle. */
export function inLoadOrder(tables: readonly Described[]): Table[] {
  const waiting = new Map(tables.map((table) => [fullName(table), table]))
  const sorted: Table[] = []
  while (waiting.size > 0) {
    const free = [...waiting.values()].find((table) => !table.refersTo.some((other) => waiting.has(other)))
    if (free === undefined)
      throw new Error(`These tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`)
    waiting.delete(fullName(free))
    sorted.push({ schema: free.schema, name: free.name, columns: free.columns })
  }
  return sorted
}

/** The name of a table as a statement takes it. */
export function quoted(table: { readonly schema: string; readonly name: string }): string {
  return `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)}`
}

/** The columns of a table as a statement takes them. */
export function quotedColumns(table: { readonly columns: readonly string[] }): string {
  return table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
}

/** How far each sequence has counted; those never asked are left out. */
export async function listSequences(client: pg.Client): Promise<{ schema: string; name: string; last: string }[]> {
  const { rows } = await client.query<{ schema: string; name: string; last: string }>(
    `select schemaname as schema, sequencename as name, last_value::text as last from pg_sequences where schemaname in ${SCHEMAS} and last_value is not null order by 1, 2`,
  )
  return rows
}
