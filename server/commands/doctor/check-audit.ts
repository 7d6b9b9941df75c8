import type pg from 'pg'
import { count } from '../amounts.ts'
import { hasTable } from '../as-owner.ts'
import { ok, problem, type Finding } from './finding.ts'

/** Computes the chain of every organisation's events anew and tells the first position that does not follow from the others. */
export async function checkAudit(client: pg.Client, say: (line: string) => void): Promise<Finding[]> {
  if (!(await hasTable(client, 'public.events'))) return []
  const findings: Finding[] = []
  const { rows } = await client.query<{ id: string; name: string }>(
    `select h.organisation_id as id, coalesce(o.name, 'a removed organisation') as name from event_heads h left join organisations o using (organisation_id) order by 2, 1`,
  )
  for (const { id, name } of rows) {
    say(`Reading the record of events of ${name} ...`)
    findings.push(await checkChain(client, id, name))
  }
  return findings
}

async function checkChain(client: pg.Client, id: string, name: string): Promise<Finding> {
  const about = `Events of ${name}`
  const { rows } = await client.query<{ broken: string | null; events: number }>(
    'select broken_event($1)::text as broken, (select count(*)::int from events where organisation_id = $1) as events',
    [id],
  )
  const { broken = null, events = 0 } = rows[0] ?? {}
  if (broken === null) return ok(about, `${count(events, 'event')}: none was changed, removed or put in.`)
  return problem(
    about,
    `The chain does not hold from position ${broken} on: somebody changed or removed an event in the database itself. Compare with a back-up from before.`,
  )
}
