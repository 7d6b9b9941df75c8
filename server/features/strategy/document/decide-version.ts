import { Refusal } from '#contract/refusal.ts'
import { may, notify } from '#server/features/organisation/index.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { DocumentInput } from '../input.ts'
import type { StrategyNeeds } from '../ports.ts'
import { findVersion } from './find-version.ts'
import { lockDocument } from './store.ts'
import { isAuthor, showVersion } from './show-version.ts'
import { updateVersion } from './store-versions.ts'

/** Approves a version that somebody else proposed, or returns it with words. Refuses its author, and a version that was decided. */
export function decideVersion({ kernel }: StrategyNeeds, context: RequestContext, input: DocumentInput<'decide'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  const { number, outcome } = input
  const words = input.words.trim()
  return change(kernel, actor, async ({ db, record }) => {
    await lockDocument(db, organisationId)
    const row = await findVersion(db, organisationId, number)
    expectVersion(context, row.version)
    if (row.state !== 'proposed') throw new Refusal('document.decided')
    if (isAuthor(actor, row)) throw new Refusal('document.own')
    if (outcome === 'returned' && words === '')
      throw new Refusal('approval.reason-needed', {}, [{ path: 'words', code: 'approval.reason-needed' }])
    await updateVersion(db, organisationId, number, {
      state: outcome,
      words,
      decided_at: kernel.clock.now(),
      decided_by: actor.personId,
    })
    record({
      verb: `plan-document.${outcome}`,
      subject: { type: 'plan-document', id: organisationId },
      before: { number, state: 'proposed' },
      after: { number, state: outcome, words, hash: row.hash },
    })
    if (row.proposed_by !== null)
      await notify(db, kernel.clock, organisationId, [
        {
          personId: row.proposed_by,
          kind: `plan-document.${outcome}`,
          params: { by: actor.name, number, words },
          subject: { type: 'plan-document', id: organisationId },
        },
      ])
    return showVersion(await findVersion(db, organisationId, number), actor)
  })
}

/** Takes a proposed version back: its author may, and whoever approves plans. It stays readable. */
export function withdrawVersion(
  { kernel }: StrategyNeeds,
  context: RequestContext,
  { number }: DocumentInput<'withdraw'>,
) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockDocument(db, organisationId)
    const row = await findVersion(db, organisationId, number)
    expectVersion(context, row.version)
    if (row.state !== 'proposed') throw new Refusal('document.decided')
    if (!isAuthor(actor, row) && !may(actor, 'plans.approve').allowed) throw new Refusal('document.not-author')
    await updateVersion(db, organisationId, number, { state: 'withdrawn', decided_at: kernel.clock.now() })
    record({
      verb: 'plan-document.withdrawn',
      subject: { type: 'plan-document', id: organisationId },
      before: { number, state: 'proposed' },
      after: { number, state: 'withdrawn' },
    })
    return showVersion(await findVersion(db, organisationId, number), actor)
  })
}
