import type pg from 'pg'
import { hasTable } from '../as-owner.ts'
import { count } from '../amounts.ts'
import { note, ok, problem, type Finding } from './finding.ts'

const LATE_AFTER_SECONDS = 60

/** Whether posts go out: workers that beat, and the delivery that waits the longest. `expected`: a server should be at work. */
export async function checkDeliveries(client: pg.Client, expected: boolean): Promise<Finding[]> {
  if (
    !(await hasTable(client, 'public.publishing_deliveries')) ||
    !(await hasTable(client, 'public.publishing_workers'))
  )
    return []
  return [await checkWorkers(client, expected), await checkOldest(client, expected)]
}

async function checkWorkers(client: pg.Client, expected: boolean): Promise<Finding> {
  const about = 'Workers'
  const { rows } = await client.query<{ workers: number }>(
    `select count(*)::int as workers from publishing_workers where beat_at > now() - interval '30 seconds'`,
  )
  const workers = rows[0]?.workers ?? 0
  if (workers > 0) return ok(about, `${count(workers, 'worker')} at work.`)
  if (!expected) return note(about, 'No server runs: nothing is published until one is started.')
  return problem(
    about,
    'No worker has given a sign of life in the last half minute: nothing is published. Start a server (TUTTI_ROLE all or worker), or restart the one that hangs.',
  )
}

async function checkOldest(client: pg.Client, expected: boolean): Promise<Finding> {
  const about = 'Deliveries'
  const { rows } = await client.query<{ late: number; oldest: Date | null; seconds: number | null; people: number }>(`
    select count(*) filter (where next_at < now() - interval '${LATE_AFTER_SECONDS} seconds')::int as late, min(next_at) as oldest,
      extract(epoch from now() - min(next_at))::float8 as seconds, count(*) filter (where state in ('needs-person', 'held'))::int as people
    from publishing_deliveries where next_at is not null or state in ('needs-person', 'held')`)
  const { late = 0, oldest = null, people = 0 } = rows[0] ?? {}
  const waiting =
    people === 0 ? '' : ` ${count(people, 'delivery')} wait for a person.`.replace('deliverys', 'deliveries')
  if (late === 0 || oldest === null) return ok(about, `None is late.${waiting}`)
  const words = `${late} due for more than a minute, the oldest since ${oldest.toISOString()}.${waiting}`
  return expected
    ? problem(about, `${words} Look into the server's log; a worker may be missing, or a platform be out of reach.`)
    : note(
        about,
        `${words} A server that starts looks after them; what is more than an hour late is held for a person.`,
      )
}
