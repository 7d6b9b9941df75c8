import { watchApprovals } from '#server/features/governance/approvals/watch-approvals.ts'
import { approvalPorts } from '#server/features/publishing/index.ts'
import { readConfig } from '#server/kernel/config.ts'
import { createLog } from '#server/kernel/log.ts'
import { openKernel } from '#server/kernel/open-kernel.ts'
import type { TestConnection } from '../database.ts'
import { startFleet } from '../fleet/fleet.ts'
import { withThrowAwayDatabase } from '../fleet/throw-away-database.ts'
import { percentile } from './figures.ts'
import { analyse, asOwner, seedPosts } from './seed.ts'

const PEOPLE = 200
const ROUNDS = 20
const HOUR_MS = 3_600_000

export interface ApprovalFigures {
  /** Milliseconds for the look of every minute at requests that need nothing now. */
  readonly quiet: number
  readonly cpu: number
}

/** What the minute's look at so many waiting requests costs, with 200 people in a line. */
export function measureApprovals(total: number): Promise<ApprovalFigures> {
  return withThrowAwayDatabase(async (connection) => {
    const fleet = await startFleet({ connection })
    try {
      const channel = await fleet.call('POST', 'channels', { platform: 'newsroom', name: 'Newsroom', settings: {} })
      const organisation = await fleet.call('GET', 'organisation')
      const place = {
        connection,
        organisationId: String(organisation.body['id']),
        channelId: String(channel.body['id']),
      }
      const from = new Date(Date.now() + 100 * HOUR_MS)
      await seedPosts(place, total, from, new Date(from.getTime() + 100 * HOUR_MS), 'waiting')
      await seedWaiting(connection, place.organisationId)
      await analyse(connection)
      return await measure(connection)
    } finally {
      await fleet.close()
    }
  })
}

async function measure(connection: TestConnection): Promise<ApprovalFigures> {
  const config = readConfig({ TUTTI_LOG_LEVEL: 'error', TUTTI_ROLE: 'web' })
  const installationKey = Buffer.alloc(32, 7)
  const { kernel, close } = await openKernel({ config, log: createLog('error'), connection, installationKey })
  try {
    const ports = approvalPorts(kernel, {
      platforms: new Map(),
      trackLinks: (_db, { texts }) => Promise.resolve([...texts]),
      linkLength: 20,
      published: () => Promise.resolve(),
      removed: () => Promise.resolve(),
    })
    const look = async () => {
      const began = performance.now()
      await watchApprovals(kernel, ports)
      return performance.now() - began
    }
    await look()
    const used = process.cpuUsage()
    const quiet: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) quiet.push(await look())
    const { user, system } = process.cpuUsage(used)
    return { quiet: percentile(quiet, 0.5), cpu: (user + system) / 1000 / ROUNDS }
  } finally {
    await close()
  }
}

/** Holds what is planned, each for a legal reviewer who was asked just now, in an organisation of one long line of positions. */
async function seedWaiting(connection: TestConnection, organisationId: string): Promise<void> {
  await asOwner(connection, async (client) => {
    const run = (statement: string) => client.query(statement, [organisationId])
    await client.query(`insert into identity."user" (id, name, email)
      select gen_random_uuid()::text::uuid, 'Person ' || n, 'person' || n || '@example.org' from generate_series(1, ${PEOPLE}) n`)
    await run(`insert into organisation_people (organisation_id, id, user_id, name, email, role, created_at)
      select $1, gen_random_uuid(), id, name, email, case when row_number() over (order by email) % 10 = 0 then 'manager' else 'officer' end, now()
      from identity."user" where name like 'Person %'`)
    await run(`insert into organisation_positions (organisation_id, id, unit_id, title, duty, person_id, created_at)
      select $1, gen_random_uuid(), (select id from organisation_units where organisation_id = $1 and parent_id is null), name, case when id = (select id from organisation_people where organisation_id = $1 and role = 'manager' order by id limit 1) then 'legal' end, id, now()
      from organisation_people where organisation_id = $1 and name like 'Person %'`)
    await run(`insert into organisation_reporting_lines (organisation_id, id, kind, position_id, superior_id, since)
      select $1, gen_random_uuid(), 'functional', id, above, now() from (select id, lag(id) over (order by title) as above from organisation_positions where organisation_id = $1) l where above is not null`)
    await run(
      `update publishing_deliveries set state = 'held', next_at = null, reason = 'approval.waiting', approval_needed = true where organisation_id = $1`,
    )
    await run(`insert into governance_approvals (organisation_id, id, post_id, channel_id, fingerprint, content, authors, state, stage, due_at, created_at)
      select $1, gen_random_uuid(), p.id, p.channel_id, 'seed', jsonb_build_object('title', null, 'language', null, 'parts', jsonb_build_array(jsonb_build_object('text', p.text, 'pictures', '[]'::jsonb))), '{}', 'waiting', 1, d.due_at, now()
      from publishing_posts p join publishing_deliveries d on d.organisation_id = p.organisation_id and d.post_id = p.id where p.organisation_id = $1`)
    await run(`insert into governance_approval_stages (organisation_id, approval_id, number, kind, name, reasons, approvers, need, reminder_hours, deadline_hours, state, started_at, deadline_at)
      select $1, id, 1, 'stage', 'Review', '[]', '[{"kind": "duty", "duty": "legal"}]', 'any', 24, 48, 'waiting', now(), now() + interval '48 hours'
      from governance_approvals where organisation_id = $1`)
    await run(`insert into governance_approval_asks (organisation_id, approval_id, stage, person_id, entries, via, asked_at)
      select $1, a.id, 1, p.person_id, '{0}', 'named', now() from governance_approvals a, organisation_positions p where a.organisation_id = $1 and p.organisation_id = $1 and p.duty = 'legal'`)
  })
}
