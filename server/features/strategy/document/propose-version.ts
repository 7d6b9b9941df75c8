import { Refusal } from '#contract/refusal.ts'
import { notify, rolesThatMay } from '#server/features/organisation/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { DocumentInput } from '../input.ts'
import type { StrategyNeeds } from '../ports.ts'
import { findVersion } from './find-version.ts'
import { holdDocument } from './hold-document.ts'
import { hashOfContent, showVersion } from './show-version.ts'
import { insertVersion, selectVersions } from './store-versions.ts'
import { takeSnapshot } from './take-snapshot.ts'

/**
 * Keeps the plan as it reads at this moment, texts and records, as a version, and asks those who approve plans. Refuses while
 * another version waits. `If-Match` names the plan's version: what is proposed is what was read.
 */
export function proposeVersion(needs: StrategyNeeds, context: RequestContext, { note }: DocumentInput<'propose'>) {
  const { kernel } = needs
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdDocument(db, organisationId)
    expectVersion(context, row.version)
    if (row.waiting !== null) throw new Refusal('document.waiting', { number: row.waiting })
    const content = JSON.stringify(await takeSnapshot(db, needs, organisationId, row))
    const number = ((await selectVersions(db, organisationId))[0]?.number ?? 0) + 1
    const hash = hashOfContent(content)
    await insertVersion(db, {
      organisation_id: organisationId,
      number,
      content,
      hash,
      note: note.trim(),
      proposed_by: actor.personId,
      proposed_at: kernel.clock.now(),
    })
    record({
      verb: 'plan-document.proposed',
      subject: { type: 'plan-document', id: organisationId },
      before: null,
      after: { number, hash, note: note.trim() },
    })
    await notify(
      db,
      kernel.clock,
      organisationId,
      (await findApprovers(db, organisationId, actor.personId)).map((personId) => ({
        personId,
        kind: 'plan-document.proposed',
        params: { by: actor.name, number },
        subject: { type: 'plan-document', id: organisationId },
      })),
    )
    return showVersion(await findVersion(db, organisationId, number), actor)
  })
}

/** Everybody whose role may approve plans, but for this person. */
export async function findApprovers(db: Db, organisationId: string, except: string | null): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('organisation_people')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('active', '=', true)
    .where('role', 'in', [...rolesThatMay('plans.approve')])
    .execute()
  return rows.map(({ id }) => id).filter((id) => id !== except)
}
