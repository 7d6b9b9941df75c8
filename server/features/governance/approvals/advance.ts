import type { Change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { isEnough } from '../domain/approvals/tally.ts'
import { askStage } from './ask-stage.ts'
import type { ApprovalPorts } from './ports.ts'
import {
  findApproval,
  readApprovers,
  readStages,
  readVotes,
  titleOf,
  updateApproval,
  updateStage,
  waitsForLink,
  type ApprovalRow,
  type StageRow,
} from './store.ts'
import { tellAuthors } from './tell.ts'
import { tellUnits } from './tell-units.ts'

const HOUR_MS = 3_600_000

/** Begins a stage: from now its deadline runs and its approvers are asked. */
export async function beginStage(
  kernel: Kernel,
  change: Change,
  approval: ApprovalRow,
  stage: StageRow,
): Promise<void> {
  const now = kernel.clock.now()
  const begun = {
    state: 'waiting',
    started_at: now,
    deadline_at: stage.deadline_hours === null ? null : new Date(now.getTime() + stage.deadline_hours * HOUR_MS),
  }
  await updateStage(change.db, stage, begun)
  await askStage(kernel, change, approval, { ...stage, ...begun })
}

/**
 * Moves a request on as far as its decisions carry: to its next stage, or to its release. A reviewer from outside who was
 * asked is waited for before the end. Call with the delivery and the request held.
 */
export async function advance(
  kernel: Kernel,
  change: Change,
  ports: ApprovalPorts,
  { approval, contentHash, actorId }: { approval: ApprovalRow; contentHash: string; actorId: string | null },
): Promise<void> {
  const { db } = change
  const { organisation_id: organisationId } = approval
  const now = kernel.clock.now()
  const stages = await readStages(db, organisationId, approval.id)
  const stage = stages.find(({ number }) => number === approval.stage)
  if (stage === undefined) return
  const votes = await readVotes(db, organisationId, approval.id, stage.number)
  const entries = stage.kind === 'release' ? 1 : readApprovers(stage).length
  if (!isEnough(stage.need === 'all' ? 'all' : 'any', entries, votes)) return
  const next = stages.find(({ number }) => number === approval.stage + 1)
  if (next === undefined && (await waitsForLink(db, organisationId, approval.id))) return
  await updateStage(db, stage, { state: 'approved', closed_at: now, gap: null })
  await endAsks(change, approval, now)
  if (next !== undefined) {
    await updateApproval(db, approval, { stage: next.number })
    await beginStage(kernel, change, await findApproval(db, organisationId, approval.id), next)
    return
  }
  if (!(await ports.released(db, organisationId, approval.post_id, contentHash))) return
  await updateApproval(db, approval, { state: 'approved', closed_at: now })
  change.record({ verb: 'approval.approved', subject: { type: 'approval', id: approval.id, title: titleOf(approval) } })
  await tellAuthors(db, kernel.clock, approval, { kind: 'approval.approved', except: actorId })
  await tellUnits(db, kernel.clock, approval, 'approval.released')
}

/** Closes a request that is not approved. Nobody is asked any more. */
export async function close(
  kernel: Kernel,
  change: Change,
  approval: ApprovalRow,
  state: 'rejected' | 'lapsed' | 'expired' | 'withdrawn',
): Promise<void> {
  const now = kernel.clock.now()
  await updateApproval(change.db, approval, { state, closed_at: now })
  await endAsks(change, approval, now)
  change.record({
    verb: `approval.${state}`,
    subject: { type: 'approval', id: approval.id, title: titleOf(approval) },
    before: { state: approval.state },
    after: { state },
  })
}

async function endAsks({ db }: Change, approval: ApprovalRow, now: Date): Promise<void> {
  await db
    .updateTable('governance_approval_asks')
    .set({ ended_at: now })
    .where('organisation_id', '=', approval.organisation_id)
    .where('approval_id', '=', approval.id)
    .where('ended_at', 'is', null)
    .execute()
}
