import { sql } from 'kysely'
import type { z } from 'zod'
import type { Approval, ApprovalComment, ApprovalLink, DECISIONS } from '#contract/approvals.ts'
import type { GAPS, RoutePerson, VIAS } from '#contract/workflows.ts'
import { findPeople } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { showSummaries } from './list-approvals.ts'
import {
  readApprovers,
  readContent,
  readFindings,
  readReasons,
  readStages,
  type ApprovalRow,
  type AskRow,
  type CommentRow,
  type DecisionRow,
  type StageRow,
} from './store.ts'
import { labelsOf } from './labels.ts'

export type ShownApproval = z.infer<typeof Approval>
type ShownComment = z.infer<typeof ApprovalComment>
type People = ReadonlyMap<string, { id: string; name: string }>

/** A request with everything that is shown of it. */
export async function showApproval(db: Db, actor: Actor, row: ApprovalRow, now: Date): Promise<ShownApproval> {
  const { organisation_id: organisationId, id } = row
  const [summary] = await showSummaries(db, actor, [row])
  if (summary === undefined) throw new Error('A request for approval could not be summed up.')
  const stages = await readStages(db, organisationId, id)
  const asks = await ofApproval(db, 'governance_approval_asks', row)
  const decisions = await ofApproval(db, 'governance_approval_decisions', row)
  const comments = await readComments(db, organisationId, row.post_id)
  const people = await findPeople(db, organisationId, [
    ...row.authors,
    ...asks.flatMap((ask) => [ask.person_id, ask.instead_of]),
    ...decisions.map((decision) => decision.person_id),
    ...comments.map((comment) => comment.person_id),
  ])
  const labels = await labelsOf(db, organisationId, stages.flatMap(readApprovers))
  return {
    ...summary,
    workflow: await readWorkflow(db, row),
    stages: stages.map((stage) =>
      showStage(stage, {
        asks: asks.filter((ask) => ask.stage === stage.number && ask.ended_at === null),
        decisions: decisions.filter((decision) => decision.stage === stage.number),
        people,
        labels,
      }),
    ),
    authors: row.authors.map((author) => people.get(author) ?? { id: author, name: '' }),
    content: readContent(row),
    approvedBefore: await readApprovedBefore(db, row),
    findings: readFindings(row),
    links: await readLinks(db, row, now),
    comments: comments.map((comment) => showComment(comment, people, row)),
  }
}

interface StageParts {
  readonly asks: readonly AskRow[]
  readonly decisions: readonly DecisionRow[]
  readonly people: People
  readonly labels: Awaited<ReturnType<typeof labelsOf>>
}

function showStage(stage: StageRow, { asks, decisions, people, labels }: StageParts): ShownApproval['stages'][number] {
  const approvers = readApprovers(stage)
  const asOf = (ask: AskRow): z.infer<typeof RoutePerson>['as'] => {
    const approver = approvers[ask.entries[0] ?? 0]
    return approver === undefined ? { kind: 'release', label: '' } : { kind: approver.kind, label: labels(approver) }
  }
  return {
    number: stage.number,
    kind: stage.kind as 'stage' | 'release',
    name: stage.name,
    need: stage.need as 'any' | 'all',
    reasons: readReasons(stage),
    state: stage.state as ShownApproval['stages'][number]['state'],
    gap: stage.gap as (typeof GAPS)[number] | null,
    asked: asks.map((ask) => ({
      person: people.get(ask.person_id) ?? { id: ask.person_id, name: '' },
      as: asOf(ask),
      via: ask.via as (typeof VIAS)[number],
      insteadOf: ask.instead_of === null ? null : (people.get(ask.instead_of) ?? null),
      askedAt: ask.asked_at.toISOString(),
      remindedAt: ask.reminded_at?.toISOString() ?? null,
    })),
    decisions: decisions.map((decision) => ({
      id: decision.id,
      person: decision.person_id === null ? null : (people.get(decision.person_id) ?? null),
      name: decision.name,
      decision: decision.decision as (typeof DECISIONS)[number],
      reason: decision.reason,
      at: decision.created_at.toISOString(),
    })),
    startedAt: stage.started_at?.toISOString() ?? null,
    deadlineAt: stage.deadline_at?.toISOString() ?? null,
    escalatedAt: stage.escalated_at?.toISOString() ?? null,
  }
}

async function ofApproval(db: Db, table: 'governance_approval_asks', row: ApprovalRow): Promise<AskRow[]>
async function ofApproval(db: Db, table: 'governance_approval_decisions', row: ApprovalRow): Promise<DecisionRow[]>
async function ofApproval(
  db: Db,
  table: 'governance_approval_asks' | 'governance_approval_decisions',
  row: ApprovalRow,
): Promise<(AskRow | DecisionRow)[]> {
  return table === 'governance_approval_asks'
    ? db
        .selectFrom('governance_approval_asks')
        .selectAll()
        .where('organisation_id', '=', row.organisation_id)
        .where('approval_id', '=', row.id)
        .orderBy('asked_at')
        .execute()
    : db
        .selectFrom('governance_approval_decisions')
        .selectAll()
        .where('organisation_id', '=', row.organisation_id)
        .where('approval_id', '=', row.id)
        .orderBy('id')
        .execute()
}

async function readWorkflow(db: Db, row: ApprovalRow): Promise<ShownApproval['workflow']> {
  if (row.workflow_id === null || row.workflow_number === null) return null
  const found = await db
    .selectFrom('governance_workflows as w')
    .innerJoin('governance_workflow_versions as v', (join) =>
      join.onRef('v.organisation_id', '=', 'w.organisation_id').onRef('v.workflow_id', '=', 'w.id'),
    )
    .select(['w.id', 'v.title', 'v.number', 'w.number as current', 'w.removed_at'])
    .where('w.organisation_id', '=', row.organisation_id)
    .where('w.id', '=', row.workflow_id)
    .where('v.number', '=', row.workflow_number)
    .executeTakeFirst()
  if (found === undefined) return null
  const { removed_at: removedAt, ...workflow } = found
  return { ...workflow, removed: removedAt !== null }
}

/** What was approved last before this request: people look at what is different now. */
async function readApprovedBefore(db: Db, row: ApprovalRow): Promise<ShownApproval['approvedBefore']> {
  const { rows } = await sql<ApprovalRow>`
    select a.* from governance_approvals a where a.organisation_id = ${row.organisation_id} and a.post_id = ${row.post_id} and a.id < ${row.id}
      and not exists (select from governance_approval_stages s where s.organisation_id = a.organisation_id and s.approval_id = a.id and s.state <> 'approved')
    order by a.id desc limit 1`.execute(db)
  return rows[0] === undefined ? null : readContent(rows[0])
}

async function readLinks(db: Db, row: ApprovalRow, now: Date): Promise<z.infer<typeof ApprovalLink>[]> {
  const rows = await db
    .selectFrom('governance_approval_links as l')
    .leftJoin('governance_approval_decisions as d', (join) =>
      join
        .onRef('d.organisation_id', '=', 'l.organisation_id')
        .onRef('d.link_id', '=', 'l.id')
        .onRef('d.approval_id', '=', 'l.approval_id'),
    )
    .select(['l.id', 'l.name', 'l.created_at', 'l.expires_at', 'l.opened_at', 'l.withdrawn_at', 'd.decision'])
    .where('l.organisation_id', '=', row.organisation_id)
    .where('l.approval_id', '=', row.id)
    .orderBy('l.id')
    .execute()
  return rows.map((link) => ({
    id: link.id,
    name: link.name,
    createdAt: link.created_at.toISOString(),
    expiresAt: link.expires_at.toISOString(),
    openedAt: link.opened_at?.toISOString() ?? null,
    state:
      link.decision !== null
        ? link.decision === 'approve'
          ? 'approved'
          : 'rejected'
        : link.withdrawn_at !== null
          ? 'withdrawn'
          : link.expires_at <= now
            ? 'expired'
            : 'open',
  }))
}

/** Every comment on a post, the oldest first. */
export function readComments(db: Db, organisationId: string, postId: string): Promise<CommentRow[]> {
  return db
    .selectFrom('governance_approval_comments')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('post_id', '=', postId)
    .orderBy('id')
    .execute()
}

/** A comment; its place holds where the quoted words still stand there, or stand elsewhere just once. */
export function showComment(comment: CommentRow, people: People, row: ApprovalRow): ShownComment {
  const text = readContent(row).parts[comment.part]?.text ?? ''
  const place = placeOf(comment, text)
  return {
    id: comment.id,
    approvalId: comment.approval_id,
    person: comment.person_id === null ? null : (people.get(comment.person_id) ?? null),
    name: comment.name,
    part: comment.part,
    start: place?.start ?? null,
    end: place?.end ?? null,
    quote: comment.quote,
    text: comment.text,
    suggestion: comment.suggestion,
    state: comment.state as ShownComment['state'],
    stands: place !== null,
    at: comment.created_at.toISOString(),
  }
}

/** Where a comment's words stand in a text now; null where they do not, or in several places away from their own. */
export function placeOf(
  { start_at: start, quote }: Pick<CommentRow, 'start_at' | 'quote'>,
  text: string,
): { start: number; end: number } | null {
  if (start === null || quote === null || quote === '') return null
  if (text.startsWith(quote, start)) return { start, end: start + quote.length }
  const first = text.indexOf(quote)
  if (first === -1 || text.indexOf(quote, first + 1) !== -1) return null
  return { start: first, end: first + quote.length }
}
