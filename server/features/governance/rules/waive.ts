import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { selectRule } from './store.ts'
import { selectWaiver, selectWaivers, showWaiver } from './store-waivers.ts'

/** Lets a finding pass, with a reason: these words, by this rule as it is now, in this sentence. */
export function waive(kernel: Kernel, actor: Actor, input: Input<'rules', 'waive'>) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const rule = await selectRule(db, organisationId, input.ruleId)
    if (rule === null || rule.removed_at !== null) throw unknownReference('ruleId')
    if (!rule.waivable) throw new Refusal('finding.not-waivable')
    const id = kernel.clock.newId()
    await db
      .insertInto('governance_waivers')
      .values({
        organisation_id: organisationId,
        id,
        rule_id: rule.id,
        fingerprint: input.fingerprint,
        words: input.words,
        reason: input.reason,
        person_id: actor.personId,
        created_at: kernel.clock.now(),
      })
      .execute()
    record({
      verb: 'waiver.given',
      subject: { type: 'waiver', id, title: rule.title },
      before: null,
      after: { ruleId: rule.id, words: input.words, reason: input.reason },
    })
    const made = await selectWaiver(db, organisationId, id)
    if (made === null) throw new Refusal('record.not-found')
    return showWaiver(made)
  })
}

/** Takes a waiver back: the finding counts again. */
export function withdrawWaiver(kernel: Kernel, actor: Actor, id: string): Promise<{ id: string }> {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const waiver = await selectWaiver(db, organisationId, id)
    if (waiver === null) throw new Refusal('record.not-found')
    await db
      .updateTable('governance_waivers')
      .set({ withdrawn_at: kernel.clock.now() })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute()
    record({
      verb: 'waiver.withdrawn',
      subject: { type: 'waiver', id, title: waiver.rule_title },
      before: { ruleId: waiver.rule_id, words: waiver.words, reason: waiver.reason },
      after: null,
    })
    return { id }
  })
}

/** The waivers that hold, newest first. */
export function listWaivers(kernel: Kernel, { organisationId }: Actor, request: Input<'rules', 'waivers'>) {
  const after = readIdCursor(request)
  return kernel.database.inOrganisation(organisationId, async (db) =>
    pageOf(
      await selectWaivers(db, organisationId, { after, limit: request.limit, ruleId: request.ruleId }),
      request,
      (row) => [row.id],
      showWaiver,
    ),
  )
}
