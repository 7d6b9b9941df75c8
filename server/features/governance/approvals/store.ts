import type { Selectable } from 'kysely'
import { z } from 'zod'
import { Refusal } from '#contract/refusal.ts'
import { ApprovalContent, ApprovalFinding } from '#contract/approvals.ts'
import { Approver, RouteReason } from '#contract/workflows.ts'
import { seePost } from '#server/features/organisation/index.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'
import type { Standing } from '#server/kernel/facts.ts'

export type ApprovalRow = Selectable<Tables['governance_approvals']>
export type StageRow = Selectable<Tables['governance_approval_stages']>
export type AskRow = Selectable<Tables['governance_approval_asks']>
export type DecisionRow = Selectable<Tables['governance_approval_decisions']>
export type LinkRow = Selectable<Tables['governance_approval_links']>
export type CommentRow = Selectable<Tables['governance_approval_comments']>

export const readContent = (row: ApprovalRow) => ApprovalContent.parse(row.content)
export const readFindings = (row: ApprovalRow) => z.array(ApprovalFinding).parse(row.findings)
export const readApprovers = (stage: StageRow) => z.array(Approver).parse(stage.approvers)
export const readReasons = (stage: StageRow) => z.array(RouteReason).parse(stage.reasons)

/** One request, held until the transaction ends: two decisions at once come one after the other. */
export async function lockApproval(db: Db, organisationId: string, id: string): Promise<ApprovalRow> {
  const row = await db
    .selectFrom('governance_approvals')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** One request as it stands. Refuses `record.not-found`. */
export async function findApproval(db: Db, organisationId: string, id: string): Promise<ApprovalRow> {
  const row = await db
    .selectFrom('governance_approvals')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.not-found')
  return row
}

/** Refuses, as if it were not there, a request about a post that a guest from an agency was not given. */
export function seeApproval(standing: Standing, row: Pick<ApprovalRow, 'channel_id' | 'campaign_id'>): void {
  seePost(standing, { channelId: row.channel_id, campaignId: row.campaign_id })
}

/** The newest request of a post, held until the transaction ends; null where there never was one. */
export async function lockNewest(db: Db, organisationId: string, postId: string): Promise<ApprovalRow | null> {
  const row = await db
    .selectFrom('governance_approvals')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('post_id', '=', postId)
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** The stages of a request, in their order. */
export function readStages(db: Db, organisationId: string, approvalId: string): Promise<StageRow[]> {
  return db
    .selectFrom('governance_approval_stages')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('approval_id', '=', approvalId)
    .orderBy('number')
    .execute()
}

/** The decisions that count in a stage: approvals of people, by whom and for which of its approvers. */
export async function readVotes(db: Db, organisationId: string, approvalId: string, stage: number) {
  const rows = await db
    .selectFrom('governance_approval_decisions')
    .select(['person_id', 'entries'])
    .where('organisation_id', '=', organisationId)
    .where('approval_id', '=', approvalId)
    .where('stage', '=', stage)
    .where('decision', '=', 'approve')
    .where('person_id', 'is not', null)
    .execute()
  return rows.flatMap(({ person_id, entries }) => (person_id === null ? [] : [{ personId: person_id, entries }]))
}

/** Whether a reviewer from outside was asked and has not approved, however long ago their link ended. */
export async function waitsForLink(db: Db, organisationId: string, approvalId: string): Promise<boolean> {
  const row = await db
    .selectFrom('governance_approval_links as l')
    .select('l.id')
    .where('l.organisation_id', '=', organisationId)
    .where('l.approval_id', '=', approvalId)
    .where('l.withdrawn_at', 'is', null)
    .where((the) =>
      the.not(
        the.exists(
          the
            .selectFrom('governance_approval_decisions as d')
            .select('d.id')
            .whereRef('d.organisation_id', '=', 'l.organisation_id')
            .whereRef('d.link_id', '=', 'l.id')
            .whereRef('d.approval_id', '=', 'l.approval_id'),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Writes columns of a request and counts its version up. */
export async function updateApproval(
  db: Db,
  row: ApprovalRow,
  columns: Partial<Pick<ApprovalRow, 'state' | 'stage' | 'closed_at' | 'due_at'>>,
): Promise<void> {
  await db
    .updateTable('governance_approvals')
    .set({ ...columns, version: row.version + 1 })
    .where('organisation_id', '=', row.organisation_id)
    .where('id', '=', row.id)
    .execute()
}

/** Writes columns of one stage. */
export async function updateStage(
  db: Db,
  row: Pick<StageRow, 'organisation_id' | 'approval_id' | 'number'>,
  columns: Partial<Pick<StageRow, 'state' | 'gap' | 'started_at' | 'deadline_at' | 'escalated_at' | 'closed_at'>>,
): Promise<void> {
  await db
    .updateTable('governance_approval_stages')
    .set(columns)
    .where('organisation_id', '=', row.organisation_id)
    .where('approval_id', '=', row.approval_id)
    .where('number', '=', row.number)
    .execute()
}

/** What a post is called in events and notices. */
export function titleOf(row: ApprovalRow): string {
  const { title, parts } = readContent(row)
  const first = (parts[0]?.text ?? '').split('\n').find((line) => line.trim() !== '') ?? ''
  return title ?? (first.length > 80 ? `${first.slice(0, 79)}…` : first)
}
