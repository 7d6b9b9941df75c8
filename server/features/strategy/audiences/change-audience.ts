import { Refusal } from '#contract/refusal.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { AudiencesInput } from '../input.ts'
import { checkAudience, once } from './check-audience.ts'
import { holdAudience } from './hold-audience.ts'
import { audienceFacts } from './show-audience.ts'
import { replaceUnits, updateAudience } from './store.ts'

/**
 * Changes the fields given. Refuses `record.not-found` for one in the archive, regions and a portrait that are not there, and a
 * version that is no longer the stored one.
 */
export function changeAudience(kernel: Kernel, context: RequestContext, { id, ...fields }: AudiencesInput<'change'>) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const held = await holdAudience(db, organisationId, id)
    if (held.archivedAt !== null) throw new Refusal('record.not-found')
    expectVersion(context, held.version)
    const before = audienceFacts(held)
    const wished = withGiven(before, fields)
    const checked = await checkAudience(db, organisationId, {
      unitIds: fields.unitIds ?? [],
      portraitId: wished.portraitId === before.portraitId ? null : wished.portraitId,
      languages: wished.languages,
    })
    const next = {
      ...wished,
      needs: once(wished.needs),
      objections: once(wished.objections),
      places: once(wished.places),
      sources: once(wished.sources),
      languages: checked.languages,
      unitIds: fields.unitIds === undefined ? before.unitIds : checked.unitIds,
    }
    const changed = changedFields(before, next)
    if (changed === null) return held
    await updateAudience(db, organisationId, id, {
      name: next.name,
      description: next.description,
      demographics: next.demographics,
      needs: next.needs,
      objections: next.objections,
      languages: next.languages,
      places: JSON.stringify(next.places),
      sources: JSON.stringify(next.sources),
      portrait_id: next.portraitId,
      changed_at: kernel.clock.now(),
    })
    if (fields.unitIds !== undefined) await replaceUnits(db, { organisationId, id }, next.unitIds)
    record({ verb: 'audience.changed', subject: { type: 'audience', id, title: next.name }, ...changed })
    return holdAudience(db, organisationId, id)
  })
}
