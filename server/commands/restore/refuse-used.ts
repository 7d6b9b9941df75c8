import type pg from 'pg'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { hasTable } from '../as-owner.ts'

/** Makes sure that nobody has begun to use this installation and nothing works on it. Throws CannotStart with what to do. */
export async function refuseUsed(client: pg.Client): Promise<void> {
  if (!(await hasTable(client, 'public.organisations'))) return
  const { rows } = await client.query<{ organisations: string[]; people: string }>(
    `select array(select name from organisations order by name limit 3) as organisations, (select count(*) from identity."user") as people`,
  )
  const { organisations = [], people = '0' } = rows[0] ?? {}
  if (organisations.length > 0 || people !== '0') {
    throw new CannotStart(
      `This installation is in use (${organisations.join(', ') || `${people} people`}), and a restore never overwrites anything. Nothing was changed. ` +
        'Restore into a fresh one: name an empty folder with TUTTI_DATA, or an empty database with DATABASE_URL.',
    )
  }
  await refuseWorking(client)
}

/** Makes sure that no worker is at work on this database. Throws CannotStart. */
export async function refuseWorking(client: pg.Client): Promise<void> {
  if (!(await hasTable(client, 'public.publishing_workers'))) return
  const { rows } = await client.query(
    `select from publishing_workers where beat_at > now() - interval '30 seconds' limit 1`,
  )
  if (rows.length === 0) return
  throw new CannotStart(
    'A server works on this database. Stop it first; if it was killed, wait half a minute. Nothing was changed.',
  )
}
