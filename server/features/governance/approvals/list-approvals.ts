import { sql } from 'kysely'
import type { z } from 'zod'
import type { ApprovalState, approvals } from '#contract/approvals.ts'
import type { GAPS } from '#contract/workflows.ts'
import { findPeople, may, postSeen, unitPath } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { mayDecide } from './asked-by-name.ts'
import { titleOf, type ApprovalRow } from './store.ts'

type Summary = z.output<NonNullable<(typeof approvals.list)['~orpc']['outputSchema']>>['items'][number]

/** Requests as somebody wants to see them, newest first; what waits for them comes by its time. */
export function listApprovals(kernel: Kernel, actor: Actor, request: Input<'approvals', 'list'>) {
  const after = readIdCursor(request)
  const { organisationId, personId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { rows } = await sql<ApprovalRow>`
      select a.* from governance_approvals a
      where a.organisation_id = ${organisationId} and (${after}::uuid is null or a.id < ${after}::uuid)
        and (${request.postId ?? null}::uuid is null or a.post_id = ${request.postId ?? null}::uuid) and ${inView(request.view, organisationId, personId)}
        and ${postSeen(actor, { channel: 'a.channel_id', campaign: 'a.campaign_id' })}
      order by a.id desc limit ${request.limit + 1}`.execute(db)
    const { items, nextCursor } = pageOf(
      rows,
      request,
      (row) => [row.id],
      (row) => row,
    )
    return { items: await showSummaries(db, actor, items), nextCursor }
  })
}

/** Everybody below this person on the functional line, down to the last. */
function reportsOf(organisationId: string, personId: string | null) {
  return sql`with recursive line as (
      select p.id, 0 as steps from organisation_positions p where p.organisation_id = ${organisationId} and p.person_id = ${personId}::uuid and p.closed_at is null
      union
      select l.position_id, line.steps + 1 from organisation_reporting_lines l join line on l.superior_id = line.id
      where l.organisation_id = ${organisationId} and l.kind = 'functional' and l.until is null and line.steps < 100
    ) select p.person_id from line join organisation_positions p on p.organisation_id = ${organisationId} and p.id = line.id where line.steps > 0 and p.person_id is not null`
}

function inView(view: Input<'approvals', 'list'>['view'], organisationId: string, personId: string | null) {
  const asked = sql`select from governance_approval_asks k where k.organisation_id = a.organisation_id and k.approval_id = a.id and k.stage = a.stage and k.ended_at is null`
  const undecided = sql`not exists (select from governance_approval_decisions d where d.organisation_id = a.organisation_id and d.approval_id = a.id and d.stage = a.stage and d.person_id = ${personId}::uuid)`
  switch (view) {
    case 'for-me':
      return sql`a.state = 'waiting' and exists (${asked} and k.person_id = ${personId}::uuid) and ${undecided}`
    case 'my-line':
      return sql`a.state = 'waiting' and (a.asked_by in (${reportsOf(organisationId, personId)}) or exists (${asked} and k.person_id in (${reportsOf(organisationId, personId)})))`
    case 'mine':
      return sql`(a.asked_by = ${personId}::uuid or ${personId}::uuid = any (a.authors))`
    case 'waiting':
      return sql`a.state = 'waiting'`
    case 'history':
      return sql`a.state <> 'waiting'`
  }
}

interface Extra {
  readonly id: string
  readonly channel: string
  readonly platform: string
  readonly unit_id: string | null
  readonly stages: number
  readonly stage_name: string | null
  readonly stage_kind: 'stage' | 'release' | null
  readonly gap: (typeof GAPS)[number] | null
  readonly deadline_at: Date | null
  readonly asked: readonly string[]
  /** Those of them whom the stage names. */
  readonly named: readonly string[]
  readonly decided: readonly string[]
}

/** Requests summed up, with what the one who looks may do with each; four queries however many there are. */
export async function showSummaries(db: Db, actor: Actor, rows: readonly ApprovalRow[]): Promise<Summary[]> {
  if (rows.length === 0) return []
  const { organisationId } = actor
  const ids = rows.map((row) => row.id)
  const { rows: extras } = await sql<Extra>`
    select a.id, c.name as channel, c.platform, a.unit_id, (select count(*)::int from governance_approval_stages n where n.organisation_id = a.organisation_id and n.approval_id = a.id) as stages,
      s.name as stage_name, s.kind as stage_kind, s.gap, s.deadline_at,
      (select coalesce(json_agg(k.person_id), '[]') from governance_approval_asks k where k.organisation_id = a.organisation_id and k.approval_id = a.id and k.stage = a.stage and k.ended_at is null) as asked,
      (select coalesce(json_agg(k.person_id), '[]') from governance_approval_asks k where k.organisation_id = a.organisation_id and k.approval_id = a.id and k.stage = a.stage and k.ended_at is null
        and k.via in ('named', 'delegate') and exists (select from unnest(k.entries) as e where s.approvers -> e ->> 'kind' in ('person', 'position', 'duty'))) as named,
      (select coalesce(json_agg(d.person_id), '[]') from governance_approval_decisions d where d.organisation_id = a.organisation_id and d.approval_id = a.id and d.stage = a.stage and d.person_id is not null) as decided
    from governance_approvals a join publishing_channels c on c.organisation_id = a.organisation_id and c.id = a.channel_id
    left join governance_approval_stages s on s.organisation_id = a.organisation_id and s.approval_id = a.id and s.number = a.stage
    where a.organisation_id = ${organisationId} and a.id = any (${ids}::uuid[])`.execute(db)
  const known = new Map(extras.map((extra) => [extra.id, extra]))
  const people = await findPeople(db, organisationId, [
    ...rows.map((row) => row.asked_by),
    ...extras.flatMap((extra) => extra.asked),
  ])
  const paths = new Map<string, readonly string[] | null>()
  for (const { unit_id: unitId } of extras)
    if (unitId !== null && !paths.has(unitId)) paths.set(unitId, await unitPath(db, organisationId, unitId))
  return rows.flatMap((row) => {
    const extra = known.get(row.id)
    if (extra === undefined) return []
    const waits = extra.asked.filter((id) => !extra.decided.includes(id))
    return [
      {
        id: row.id,
        post: { id: row.post_id, title: titleOf(row) },
        channel: { id: row.channel_id, name: extra.channel, platform: extra.platform },
        state: row.state as z.infer<typeof ApprovalState>,
        stage: {
          number: row.stage,
          of: extra.stages,
          name: extra.stage_name ?? '',
          kind: extra.stage_kind ?? 'stage',
        },
        waitingFor: row.state === 'waiting' ? waits.map((id) => people.get(id) ?? { id, name: '' }) : [],
        gap: row.state === 'waiting' ? extra.gap : null,
        deadlineAt: row.state === 'waiting' ? (extra.deadline_at?.toISOString() ?? null) : null,
        dueAt: row.due_at.toISOString(),
        askedBy: people.get(row.asked_by ?? '') ?? null,
        createdAt: row.created_at.toISOString(),
        closedAt: row.closed_at?.toISOString() ?? null,
        fingerprint: row.fingerprint,
        mine: mineOf(actor, row, extra, paths.get(extra.unit_id ?? '') ?? null),
        version: row.version,
      },
    ]
  })
}

/** What the one who looks may do with a request now; the decision itself asks again. */
function mineOf(actor: Actor, row: ApprovalRow, extra: Extra, path: readonly string[] | null): Summary['mine'] {
  const no = (because: NonNullable<Summary['mine']['because']>): Summary['mine'] => ({ may: 'nothing', because })
  const { personId } = actor
  if (row.state !== 'waiting') return no('closed')
  if (personId !== null && row.authors.includes(personId)) return no('own-work')
  if (personId === null) return no('not-asked')
  if (extra.decided.includes(personId)) return no('decided')
  const subject = { unitPath: path, channelId: row.channel_id, campaignId: row.campaign_id }
  if (extra.stage_kind === 'release') {
    if (may(actor, 'posts.approve', subject).allowed) return { may: 'decide', because: null }
    return may(actor, 'posts.publish', subject).allowed ? { may: 'release', because: null } : no('right')
  }
  if (!extra.asked.includes(personId)) return no('not-asked')
  return mayDecide(actor, subject, extra.named.includes(personId)) ? { may: 'decide', because: null } : no('right')
}
