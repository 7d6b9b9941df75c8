import { sql } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { recordHits } from '../watch/record-hits.ts'
import { beginStage, close } from './advance.ts'
import type { Draft } from './draft.ts'
import type { DraftFinding } from './find-in-draft.ts'
import { fingerprintOf } from './fingerprint.ts'
import { routePost, type Routed } from './route-post.ts'
import { findApproval, lockNewest, readStages, titleOf, updateApproval, type ApprovalRow } from './store.ts'
import { tellUnits } from './tell-units.ts'

/** A saved post as it is about to stand. */
export interface Planned extends Draft {
  readonly postId: string
  readonly contentHash: string
  readonly dueAt: Date
}

/** Whether a post may go out at its time; if not, what it waits for. `approved` says that people released just this content. */
export type Standing = { readonly state: 'free' | 'approved' } | { readonly state: 'waiting' | 'rejected' }

/**
 * Asks for the approval that a post needs as it stands now. The same content is not asked for twice: what was approved stays
 * approved, what waits goes on waiting, what was sent back stays back. Another content lapses what was given before.
 */
export async function openApproval(kernel: Kernel, change: Change, actor: Actor, planned: Planned): Promise<Standing> {
  const { db } = change
  const { organisationId } = planned
  const fingerprint = fingerprintOf(planned.contentHash, planned.campaignId)
  const newest = await lockNewest(db, organisationId, planned.postId)
  const routed = await routePost(kernel, db, planned, { planner: actor })
  const secrets = routed?.secrets ?? []
  // A refusal takes this transaction back; that the words were written stays known.
  if (secrets.length > 0) change.afterwards?.(() => remember(kernel, actor, secrets))
  refuseBlocked(routed?.findings ?? [])
  if (newest !== null) {
    const kept = await keep(kernel, change, { newest, fingerprint, planned, routed })
    if (kept !== null) return kept
  }
  if (routed === null || routed.stages.length === 0) return { state: 'free' }
  const authors = await authorsOf(change, actor, { planned, newest, fingerprint })
  await insertRequest(kernel, change, { actor, planned, routed, fingerprint, authors, newest })
  return { state: 'waiting' }
}

/** What cannot be written down now must not undo what was planned, nor hide why it was refused. */
async function remember(kernel: Kernel, actor: Actor, secrets: Routed['secrets']): Promise<void> {
  await recordHits(kernel, actor, secrets).catch((error: unknown) =>
    kernel.log.error({ err: error }, 'what was found of confidential words could not be recorded'),
  )
}

/** What a rule blocks cannot be planned at all, until the words change or somebody who may lets it pass. */
function refuseBlocked(findings: readonly DraftFinding[]): void {
  const blocking = findings.filter(({ severity, waived }) => severity === 'block' && !waived)
  if (blocking.length === 0) return
  throw new Refusal(
    'post.blocked-by-rule',
    { count: blocking.length },
    blocking.map(({ place, part, rule }) => ({
      path: place === 'title' ? 'title' : part === 0 ? 'text' : `thread.${part - 1}.text`,
      code: 'post.blocked-by-rule',
      params: { rule, count: blocking.length },
    })),
  )
}

interface Kept {
  readonly newest: ApprovalRow
  readonly fingerprint: string
  readonly planned: Planned
  readonly routed: Routed | null
}

/** What the newest request means for the content as it is now; null where it has to be asked for anew. */
async function keep(
  kernel: Kernel,
  change: Change,
  { newest, fingerprint, planned, routed }: Kept,
): Promise<Standing | null> {
  const same = newest.fingerprint === fingerprint
  if (newest.state === 'waiting') {
    const onlyRelease = newest.workflow_id === null
    if (same && !(onlyRelease && routed !== null && routed.stages.length === 0)) {
      if (newest.due_at.getTime() !== planned.dueAt.getTime())
        await updateApproval(change.db, newest, { due_at: planned.dueAt })
      return { state: 'waiting' }
    }
    await close(kernel, change, newest, same ? 'withdrawn' : 'lapsed')
    return null
  }
  if (!same) {
    if (newest.state === 'approved') await close(kernel, change, newest, 'lapsed')
    return null
  }
  if (newest.state === 'approved') return { state: 'approved' }
  return newest.state === 'rejected' ? { state: 'rejected' } : null
}

/** Who made the post, and everybody who changed what it says since: none of them may approve it. */
async function authorsOf(
  { db }: Change,
  actor: Actor,
  { planned, newest, fingerprint }: { planned: Planned; newest: ApprovalRow | null; fingerprint: string },
): Promise<string[]> {
  const wrote = newest === null || newest.fingerprint !== fingerprint ? [actor.personId] : []
  const earlier = [...(newest?.authors ?? []), ...(await editorsOf(db, planned))]
  return [...new Set([planned.authorId, ...earlier, ...wrote].filter((id) => id !== null))]
}

/** The events tell who changed what the post says, also while it needed no approval. Moving it in time is no writing. */
async function editorsOf(db: Change['db'], { organisationId, postId }: Planned): Promise<(string | null)[]> {
  const rows = await db
    .selectFrom('events as e')
    .leftJoin('organisation_api_keys as k', (join) =>
      join.onRef('k.organisation_id', '=', 'e.organisation_id').onRef('k.id', '=', 'e.actor_id'),
    )
    .select(['e.actor_kind', 'e.actor_id', 'k.person_id'])
    .distinct()
    .where('e.organisation_id', '=', organisationId)
    .where('e.subject_type', '=', 'post')
    .where('e.subject_id', '=', postId)
    .where('e.verb', 'in', ['post.planned', 'post.changed', 'post.moved'])
    .where(sql<boolean>`e.after - array['plannedAt', 'timeZone'] <> '{}'::jsonb`)
    .execute()
  return rows.map((row) => (row.actor_kind === 'person' ? row.actor_id : row.person_id))
}

interface Request {
  readonly actor: Actor
  readonly planned: Planned
  readonly routed: Routed
  readonly fingerprint: string
  readonly authors: readonly string[]
  readonly newest: ApprovalRow | null
}

async function insertRequest(
  kernel: Kernel,
  change: Change,
  { actor, planned, routed, fingerprint, authors, newest }: Request,
): Promise<void> {
  const { db } = change
  const { organisationId } = planned
  const id = kernel.clock.newId()
  const now = kernel.clock.now()
  await db
    .insertInto('governance_approvals')
    .values({
      organisation_id: organisationId,
      id,
      post_id: planned.postId,
      channel_id: planned.channelId,
      campaign_id: planned.campaignId,
      unit_id: routed.place.unitId,
      fingerprint,
      content: JSON.stringify({ title: planned.title, language: planned.language, parts: planned.parts }),
      findings: JSON.stringify(routed.findings),
      authors: [...authors],
      asked_by: actor.personId,
      workflow_id: routed.workflow?.id ?? null,
      workflow_number: routed.workflow?.number ?? null,
      state: 'waiting',
      stage: 1,
      due_at: planned.dueAt,
      created_at: now,
    })
    .execute()
  await db
    .insertInto('governance_approval_stages')
    .values(
      routed.stages.map((stage, place) => ({
        organisation_id: organisationId,
        approval_id: id,
        number: place + 1,
        kind: stage.kind,
        name: stage.name,
        reasons: JSON.stringify(stage.reasons),
        approvers: JSON.stringify(stage.approvers),
        need: stage.need,
        deadline_hours: stage.deadlineHours,
        reminder_hours: stage.reminderHours,
        state: 'pending',
      })),
    )
    .execute()
  const approval = await findApproval(db, organisationId, id)
  if (newest !== null) await carryLinks(db, newest, id, now)
  change.record({
    verb: 'approval.asked',
    subject: { type: 'approval', id, title: titleOf(approval) },
    after: {
      postId: planned.postId,
      workflow: routed.workflow?.title ?? null,
      stages: routed.stages.map(({ name, kind }) => (kind === 'release' ? kind : name)),
    },
  })
  const [first] = await readStages(db, organisationId, id)
  if (first !== undefined) await beginStage(kernel, change, approval, first)
  await tellUnits(db, kernel.clock, approval, 'approval.consulted')
}

/** Reviewers from outside whose links still hold are asked about the new words too: an edit does not shake them off. */
async function carryLinks(db: Change['db'], from: ApprovalRow, to: string, now: Date): Promise<void> {
  await db
    .updateTable('governance_approval_links')
    .set({ approval_id: to })
    .where('organisation_id', '=', from.organisation_id)
    .where('approval_id', '=', from.id)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
}

/** Closes what runs for a post that is taken back: nobody has to look at it any more. */
export async function withdrawApproval(
  kernel: Kernel,
  change: Change,
  organisationId: string,
  postId: string,
): Promise<void> {
  const newest = await lockNewest(change.db, organisationId, postId)
  if (newest?.state === 'waiting') await close(kernel, change, newest, 'withdrawn')
}
