import type pg from 'pg'
import { CannotStart } from '#server/kernel/cannot-start.ts'

/**
 * Makes sure that row-level security hides nothing from this connection: else a back-up would be complete in form and empty
 * in content. Throws CannotStart with the tables concerned.
 */
export async function assertAllRowsVisible(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; owner: string }>(`
    select c.relname as name, pg_get_userbyid(c.relowner) as owner
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'identity') and c.relkind in ('r', 'p') and c.relrowsecurity and c.relname <> 'publishing_workers'
      and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
      and not (pg_has_role(current_user, c.relowner, 'usage') and not c.relforcerowsecurity)
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'maintenance'
        and exists (select from unnest(p.polroles) as role where role <> 0 and pg_has_role(current_user, role, 'usage')))
    order by 1`)
  const [first] = rows
  if (first === undefined) return
  throw new CannotStart(
    `This login may not see all rows of ${rows.map((row) => row.name).join(', ')}. Connect as ${first.owner}, who owns the tables.`,
  )
}
