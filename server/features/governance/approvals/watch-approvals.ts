import { systemActor } from '#server/kernel/actor.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { close } from './advance.ts'
import { askStage } from './ask-stage.ts'
import { findDue } from './find-due.ts'
import { mailApprovals } from './mail-approvals.ts'
import type { ApprovalPorts } from './ports.ts'
import { lockApproval, readStages, titleOf, updateStage, type ApprovalRow, type StageRow } from './store.ts'
import { tell, tellAuthors } from './tell.ts'

const HOUR_MS = 3_600_000

/**
 * Looks once at every request that waits: what has run out of time expires, whoever was asked long ago is reminded, a passed
 * deadline brings in the superiors, and who has left or come back is asked no longer or again.
 */
export async function watchApprovals(kernel: Kernel, ports: ApprovalPorts): Promise<void> {
  const organisations = await kernel.database.dispatching((db) =>
    db.selectFrom('organisations').select('organisation_id').execute(),
  )
  for (const { organisation_id: organisationId } of organisations) {
    const due = await kernel.database.inOrganisation(organisationId, (db) =>
      findDue(db, organisationId, kernel.clock.now()),
    )
    for (const { id, postId } of due) {
      await change(kernel, systemActor(organisationId), async (running) => {
        await ports.hold(running.db, organisationId, postId)
        const approval = await lockApproval(running.db, organisationId, id)
        if (approval.state === 'waiting') await watchOne(kernel, running, ports, approval)
      })
    }
    await mailApprovals(kernel, organisationId)
  }
}

async function watchOne(kernel: Kernel, running: Change, ports: ApprovalPorts, approval: ApprovalRow): Promise<void> {
  const now = kernel.clock.now()
  if (approval.due_at <= now) {
    await close(kernel, running, approval, 'expired')
    await ports.refused(running.db, approval.organisation_id, approval.post_id, 'approval.expired')
    await tellAuthors(running.db, kernel.clock, approval, { kind: 'approval.expired', except: null })
    return
  }
  const stages = await readStages(running.db, approval.organisation_id, approval.id)
  const stage = stages.find(({ number }) => number === approval.stage)
  if (stage === undefined) return
  const escalates = stage.deadline_at !== null && stage.deadline_at <= now && stage.escalated_at === null
  const escalated = escalates ? { ...stage, escalated_at: now } : stage
  if (escalates) {
    await updateStage(running.db, stage, { escalated_at: now })
    running.record({
      verb: 'approval.escalated',
      subject: { type: 'approval', id: approval.id, title: titleOf(approval) },
      after: { stage: stage.number },
    })
  }
  await askStage(kernel, running, approval, escalated)
  await remind(kernel, running, approval, stage)
}

/** Reminds each person once in a stage, so many hours after they were asked. */
async function remind(kernel: Kernel, { db }: Change, approval: ApprovalRow, stage: StageRow): Promise<void> {
  if (stage.reminder_hours === null) return
  const now = kernel.clock.now()
  const late = await db
    .updateTable('governance_approval_asks')
    .set({ reminded_at: now, mailed_at: null })
    .where('organisation_id', '=', approval.organisation_id)
    .where('approval_id', '=', approval.id)
    .where('stage', '=', stage.number)
    .where('ended_at', 'is', null)
    .where('reminded_at', 'is', null)
    .where('asked_at', '<=', new Date(now.getTime() - stage.reminder_hours * HOUR_MS))
    .where((the) =>
      the.not(
        the.exists(
          the
            .selectFrom('governance_approval_decisions as d')
            .select('d.id')
            .whereRef('d.organisation_id', '=', 'governance_approval_asks.organisation_id')
            .whereRef('d.approval_id', '=', 'governance_approval_asks.approval_id')
            .whereRef('d.stage', '=', 'governance_approval_asks.stage')
            .whereRef('d.person_id', '=', 'governance_approval_asks.person_id'),
        ),
      ),
    )
    .returning('person_id')
    .execute()
  await tell(
    db,
    kernel.clock,
    approval,
    late.map((row) => row.person_id),
    { kind: 'approval.reminder', params: {} },
  )
}
