import { sql } from 'kysely'
import { z } from 'zod'
import { Approver } from '#contract/workflows.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { loadStructure } from './load-structure.ts'
import { eligibleAt, resolveStage, standingsIn, type Asked } from './resolve-stage.ts'

const HOUR_MS = 3_600_000

interface RunningAsk {
  readonly person_id: string
  readonly entries: readonly number[]
  readonly via: string
  readonly instead_of: string | null
  readonly asked_at: string
  readonly reminded_at: string | null
}

interface WaitingRow {
  readonly id: string
  readonly post_id: string
  readonly channel_id: string
  readonly campaign_id: string | null
  readonly unit_id: string | null
  readonly authors: readonly string[]
  readonly due_at: Date
  readonly kind: 'stage' | 'release'
  readonly need: 'any' | 'all'
  readonly approvers: unknown
  readonly gap: Asked['gap']
  readonly deadline_at: Date | null
  readonly escalated_at: Date | null
  readonly reminder_hours: number | null
  readonly asks: readonly RunningAsk[]
  readonly votes: readonly { person_id: string; entries: readonly number[] }[]
}

interface Due {
  readonly id: string
  readonly postId: string
}

/**
 * The waiting requests that something has become of: their time or deadline has passed, somebody is to be reminded, or others are
 * asked now. Looks at all of them at once: the structure is read once and each approver's rights once, however many wait.
 */
export async function findDue(db: Db, organisationId: string, now: Date): Promise<readonly Due[]> {
  const rows = await readWaiting(db, organisationId)
  if (rows.length === 0) return []
  const structure = await loadStructure(db, organisationId, now)
  const standingOf = standingsIn(db, organisationId, { structure, now })
  const pathOf = await readPaths(db, organisationId)
  const due: Due[] = []
  for (const row of rows) {
    const unitPath = row.unit_id === null ? [] : pathOf(row.unit_id)
    const subject = {
      unitPath: row.unit_id === null ? null : unitPath,
      channelId: row.channel_id,
      campaignId: row.campaign_id,
    }
    const stage = { kind: row.kind, need: row.need, approvers: z.array(Approver).parse(row.approvers) }
    const decided = row.votes.map(({ person_id, entries }) => ({ personId: person_id, entries }))
    const isDue =
      isTime(row, now) ||
      differs(
        row,
        await resolveStage(stage, { structure, authors: row.authors, unitPath }, eligibleAt(standingOf, subject), {
          escalated: row.escalated_at !== null,
          decided,
        }),
      )
    if (isDue) due.push({ id: row.id, postId: row.post_id })
  }
  return due
}

/** Whether the clock alone asks for something. */
function isTime({ due_at, deadline_at, escalated_at, reminder_hours, asks, votes }: WaitingRow, now: Date): boolean {
  if (due_at <= now) return true
  if (deadline_at !== null && deadline_at <= now && escalated_at === null) return true
  if (reminder_hours === null) return false
  const askedBy = now.getTime() - reminder_hours * HOUR_MS
  return asks.some(
    ({ person_id, asked_at, reminded_at }) =>
      reminded_at === null && Date.parse(asked_at) <= askedBy && !votes.some((vote) => vote.person_id === person_id),
  )
}

/** Whether others are asked now than are written down, or in another's stead. */
function differs({ asks, gap }: WaitingRow, found: Asked): boolean {
  const written = asks.map(({ person_id, entries, via, instead_of }) => told(person_id, entries, via, instead_of))
  const now = found.asks.map(({ personId, entries, via, insteadOf }) => told(personId, entries, via, insteadOf))
  return gap !== found.gap || written.length !== now.length || now.some((one) => !written.includes(one))
}

function told(personId: string, entries: readonly number[], via: string, insteadOf: string | null): string {
  return [personId, [...entries].toSorted((one, other) => one - other).join(','), via, insteadOf ?? ''].join(' ')
}

/** Every waiting request with its running stage; a channel without a unit takes the campaign's. */
async function readWaiting(db: Db, organisationId: string): Promise<readonly WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select a.id, a.post_id, a.channel_id, a.campaign_id, coalesce(c.unit_id, k.unit_id) as unit_id, a.authors, a.due_at,
      s.kind, s.need, s.approvers, s.gap, s.deadline_at, s.escalated_at, s.reminder_hours, coalesce(q.asks, '[]') as asks, coalesce(v.votes, '[]') as votes
    from governance_approvals a
    join governance_approval_stages s on s.organisation_id = a.organisation_id and s.approval_id = a.id and s.number = a.stage
    join publishing_channels c on c.organisation_id = a.organisation_id and c.id = a.channel_id
    left join content_campaigns k on k.organisation_id = a.organisation_id and k.id = a.campaign_id
    left join lateral (select json_agg(json_build_object('person_id', n.person_id, 'entries', n.entries, 'via', n.via, 'instead_of', n.instead_of, 'asked_at', n.asked_at, 'reminded_at', n.reminded_at)) as asks
      from governance_approval_asks n where n.organisation_id = a.organisation_id and n.approval_id = a.id and n.stage = a.stage and n.ended_at is null) q on true
    left join lateral (select json_agg(json_build_object('person_id', d.person_id, 'entries', d.entries)) as votes
      from governance_approval_decisions d where d.organisation_id = a.organisation_id and d.approval_id = a.id and d.stage = a.stage
        and d.decision = 'approve' and d.person_id is not null) v on true
    where a.organisation_id = ${organisationId} and a.state = 'waiting' order by a.due_at`.execute(db)
  return rows
}

/** Each unit's way up, itself first. */
async function readPaths(db: Db, organisationId: string): Promise<(unitId: string) => readonly string[]> {
  const units = await db
    .selectFrom('organisation_units')
    .select(['id', 'parent_id'])
    .where('organisation_id', '=', organisationId)
    .execute()
  const parents = new Map(units.map((unit) => [unit.id, unit.parent_id]))
  return (unitId) => {
    const path: string[] = []
    let next: string | null = unitId
    while (next !== null && !path.includes(next)) {
      path.push(next)
      next = parents.get(next) ?? null
    }
    return path
  }
}
