import { Refusal } from '#contract/refusal.ts'
import { demand, may } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import type { Standing } from '#server/kernel/facts.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { personOf } from '../person-of.ts'
import { advance, close } from './advance.ts'
import { askStage } from './ask-stage.ts'
import { demandDecision } from './asked-by-name.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { ApprovalPorts } from './ports.ts'
import { readPlace, subjectOf } from './read-facts.ts'
import {
  findApproval,
  lockApproval,
  readStages,
  readVotes,
  seeApproval,
  titleOf,
  updateStage,
  type ApprovalRow,
  type StageRow,
} from './store.ts'
import { tellAuthors } from './tell.ts'

export interface Decision {
  readonly id: string
  readonly decision: 'approve' | 'reject'
  readonly reason?: string | undefined
  /** The stage and the content that the person has seen; another one is refused. */
  readonly stage?: number | undefined
  readonly fingerprint?: string | undefined
}

/** Records what somebody who is asked decides, and moves the request on. `as` is the right they use: approving, or releasing. */
export async function decide(
  kernel: Kernel,
  ports: ApprovalPorts,
  actor: Actor,
  wish: Decision,
  as: 'posts.approve' | 'posts.publish',
): Promise<void> {
  const personId = personOf(actor)
  const reason = reasonOf(wish)
  await change(kernel, actor, async (running) => {
    const { approval, contentHash } = await holdRequest(kernel, running, ports, actor, wish.id)
    refuseOtherVersion(approval, wish)
    const stage = await runningStage(running, approval)
    const entries = await entriesOf(kernel, running, { actor, personId, approval, stage, as })
    await running.db
      .insertInto('governance_approval_decisions')
      .values({
        organisation_id: actor.organisationId,
        id: kernel.clock.newId(),
        approval_id: approval.id,
        stage: stage.number,
        person_id: personId,
        name: actor.name,
        entries: [...entries.places],
        via: entries.via,
        decision: wish.decision,
        reason,
        fingerprint: approval.fingerprint,
        created_at: kernel.clock.now(),
      })
      .execute()
    running.record({
      verb: 'approval.decided',
      subject: { type: 'approval', id: approval.id, title: titleOf(approval) },
      after: { decision: wish.decision, reason, stage: stage.number, fingerprint: approval.fingerprint },
    })
    if (wish.decision === 'reject') {
      await updateStage(running.db, stage, { state: 'rejected', closed_at: kernel.clock.now() })
      await sendBack(kernel, running, ports, { approval, actorId: personId, reason })
    } else await advance(kernel, running, ports, { approval, contentHash, actorId: personId })
  })
}

/** Sending back needs a reason: whoever wrote it has to know what to change. */
export function reasonOf({ decision, reason }: Pick<Decision, 'decision' | 'reason'>): string | null {
  const given = reason?.trim() ?? ''
  if (decision === 'reject' && given === '')
    throw new Refusal('approval.reason-needed', {}, [{ path: 'reason', code: 'approval.reason-needed' }])
  return given === '' ? null : given
}

/**
 * A request that still runs, with the delivery it is about; both held, the delivery first. Refuses one that is closed, one
 * whose time has passed, and one whose post says something else by now.
 */
export async function holdRequest(
  kernel: Kernel,
  { db }: Change,
  ports: ApprovalPorts,
  actor: Pick<Actor, 'organisationId'> & Standing,
  id: string,
): Promise<{ approval: ApprovalRow; contentHash: string }> {
  const { organisationId } = actor
  const found = await findApproval(db, organisationId, id)
  seeApproval(actor, found)
  const { post_id: postId } = found
  const delivery = await ports.hold(db, organisationId, postId)
  const approval = await lockApproval(db, organisationId, id)
  if (approval.state !== 'waiting') throw new Refusal('approval.closed', { state: approval.state })
  if (approval.due_at <= kernel.clock.now()) throw new Refusal('approval.expired')
  if (
    delivery === null ||
    !delivery.waits ||
    fingerprintOf(delivery.contentHash, delivery.campaignId) !== approval.fingerprint
  )
    throw new Refusal('approval.changed')
  return { approval, contentHash: delivery.contentHash }
}

function refuseOtherVersion(approval: ApprovalRow, { fingerprint, stage }: Decision): void {
  if (fingerprint !== undefined && fingerprint !== approval.fingerprint) throw new Refusal('approval.changed')
  if (stage !== undefined && stage !== approval.stage) throw new Refusal('approval.stage-passed')
}

async function runningStage({ db }: Change, approval: ApprovalRow): Promise<StageRow> {
  const stages = await readStages(db, approval.organisation_id, approval.id)
  const stage = stages.find(({ number }) => number === approval.stage)
  if (stage === undefined) throw new Refusal('record.not-found')
  return stage
}

interface Asking {
  readonly actor: Actor
  readonly personId: string
  readonly approval: ApprovalRow
  readonly stage: StageRow
  readonly as: 'posts.approve' | 'posts.publish'
}

/** For which of the stage's approvers somebody decides. Refuses authors, whoever has decided, and whoever is not asked now. */
async function entriesOf(kernel: Kernel, running: Change, asking: Asking) {
  const { actor, personId, approval, stage, as } = asking
  if (approval.authors.includes(personId)) throw new Refusal('approval.own-work')
  const votes = await readVotes(running.db, approval.organisation_id, approval.id, stage.number)
  if (votes.some((vote) => vote.personId === personId)) throw new Refusal('approval.decided')
  const place = await readPlace(running.db, approval.organisation_id, {
    channelId: approval.channel_id,
    campaignId: approval.campaign_id,
  })
  const subject = place === null ? {} : subjectOf(place)
  if (stage.kind === 'release') {
    // Either right will do for a release; which of them is missing is told by the one that was asked with.
    if (!may(actor, 'posts.approve', subject).allowed) demand(actor, 'posts.publish', subject)
    return { places: [0], via: 'named' }
  }
  if (as === 'posts.publish') throw new Refusal('approval.not-asked')
  const { asks } = await askStage(kernel, running, approval, stage)
  const ask = asks.find((one) => one.personId === personId)
  if (ask === undefined) throw new Refusal('approval.not-asked')
  demandDecision(actor, subject, ask.byName)
  return { places: ask.entries, via: ask.via }
}

interface SentBack {
  readonly approval: ApprovalRow
  readonly actorId: string | null
  readonly reason: string | null
}

/** Closes the request as sent back: the post does not go out until it says something else. */
export async function sendBack(
  kernel: Kernel,
  running: Change,
  ports: ApprovalPorts,
  { approval, actorId, reason }: SentBack,
): Promise<void> {
  await close(kernel, running, approval, 'rejected')
  await ports.refused(running.db, approval.organisation_id, approval.post_id, 'approval.rejected')
  await tellAuthors(running.db, kernel.clock, approval, {
    kind: 'approval.rejected',
    except: actorId,
    params: { reason: reason ?? '' },
  })
}
