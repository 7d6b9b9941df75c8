import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { AudiencesInput } from '../input.ts'
import { checkAudience, once } from './check-audience.ts'
import { holdAudience } from './hold-audience.ts'
import { audienceFacts } from './show-audience.ts'
import { insertAudience, replaceUnits } from './store.ts'

/** Writes an audience. Refuses regions and a portrait that are not there. */
export function createAudience(kernel: Kernel, actor: Actor, input: AudiencesInput<'create'>) {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    const portraitId = input.portraitId ?? null
    const { unitIds, languages } = await checkAudience(db, organisationId, { ...input, portraitId })
    const now = kernel.clock.now()
    await insertAudience(db, {
      organisation_id: organisationId,
      id,
      name: input.name,
      description: input.description,
      demographics: input.demographics,
      needs: once(input.needs),
      objections: once(input.objections),
      languages,
      places: JSON.stringify(once(input.places)),
      sources: JSON.stringify(once(input.sources)),
      portrait_id: portraitId,
      created_by: actor.personId,
      created_at: now,
      changed_at: now,
    })
    await replaceUnits(db, { organisationId, id }, unitIds)
    const audience = await holdAudience(db, organisationId, id)
    record({
      verb: 'audience.created',
      subject: { type: 'audience', id, title: audience.name },
      before: null,
      after: audienceFacts(audience),
    })
    return audience
  })
}
