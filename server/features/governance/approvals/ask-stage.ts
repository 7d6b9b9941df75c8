import { notify } from '#server/features/organisation/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { loadStructure } from './load-structure.ts'
import { readPlace, subjectOf } from './read-facts.ts'
import { eligibleAt, resolveStage, standingsIn, type Ask, type Asked } from './resolve-stage.ts'
import { readApprovers, readVotes, titleOf, updateStage, type ApprovalRow, type StageRow } from './store.ts'
import { tellStrategists } from './tell.ts'

/**
 * Looks up who is asked in the running stage now and writes what changed: who has left is no longer asked, who has come in
 * their place is, and is told. A stage that nobody can decide says so, and strategists are told once.
 */
export async function askStage(kernel: Kernel, change: Change, approval: ApprovalRow, stage: StageRow): Promise<Asked> {
  const { db } = change
  const { organisation_id: organisationId } = approval
  const now = kernel.clock.now()
  const structure = await loadStructure(db, organisationId, now)
  const place = await readPlace(db, organisationId, {
    channelId: approval.channel_id,
    campaignId: approval.campaign_id,
  })
  const unitPath = place?.unitPath ?? []
  const subject = place === null ? {} : subjectOf(place)
  const asked = await resolveStage(
    {
      kind: stage.kind === 'release' ? 'release' : 'stage',
      approvers: readApprovers(stage),
      need: stage.need === 'all' ? 'all' : 'any',
    },
    { structure, authors: approval.authors, unitPath },
    eligibleAt(standingsIn(db, organisationId, { structure, now }), subject),
    {
      escalated: stage.escalated_at !== null,
      decided: await readVotes(db, organisationId, approval.id, stage.number),
    },
  )
  const fresh = await writeAsks(db, { approval, stage, asks: asked.asks, now })
  const subjectOfNotice = { type: 'approval' as const, id: approval.id }
  await notify(
    db,
    kernel.clock,
    organisationId,
    fresh.map(({ personId, via }) => ({
      personId,
      kind: via === 'escalation' ? 'approval.escalated' : 'approval.asked',
      params: { title: titleOf(approval) },
      subject: subjectOfNotice,
    })),
  )
  if (asked.gap !== stage.gap) {
    await updateStage(db, stage, { gap: asked.gap })
    if (asked.gap !== null) {
      change.record({
        verb: 'approval.stuck',
        subject: { ...subjectOfNotice, title: titleOf(approval) },
        after: { stage: stage.number, gap: asked.gap },
      })
      await tellStrategists(db, kernel.clock, approval, 'approval.stuck')
    }
  }
  return asked
}

interface Writing {
  readonly approval: ApprovalRow
  readonly stage: StageRow
  readonly asks: readonly Ask[]
  readonly now: Date
}

/** Brings the rows in line with who is asked; answers who is asked since now. */
async function writeAsks(db: Db, { approval, stage, asks, now }: Writing): Promise<readonly Ask[]> {
  const rows = await db
    .selectFrom('governance_approval_asks')
    .select(['person_id', 'ended_at'])
    .where('organisation_id', '=', approval.organisation_id)
    .where('approval_id', '=', approval.id)
    .where('stage', '=', stage.number)
    .execute()
  const running = new Set(rows.filter((row) => row.ended_at === null).map((row) => row.person_id))
  const gone = [...running].filter((id) => !asks.some((ask) => ask.personId === id))
  if (gone.length > 0) {
    await db
      .updateTable('governance_approval_asks')
      .set({ ended_at: now })
      .where('organisation_id', '=', approval.organisation_id)
      .where('approval_id', '=', approval.id)
      .where('stage', '=', stage.number)
      .where('person_id', 'in', gone)
      .execute()
  }
  for (const { personId, entries, via, insteadOf } of asks) {
    await db
      .insertInto('governance_approval_asks')
      .values({
        organisation_id: approval.organisation_id,
        approval_id: approval.id,
        stage: stage.number,
        person_id: personId,
        entries: [...entries],
        via,
        instead_of: insteadOf,
        asked_at: now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'approval_id', 'stage', 'person_id'])
          .doUpdateSet({ entries: [...entries], via, instead_of: insteadOf, ended_at: null }),
      )
      .execute()
  }
  return asks.filter(({ personId }) => !running.has(personId))
}
