import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { plantSample } from './plant-sample.ts'
import { findSamples, removeSample } from './remove-sample.ts'

/** Binds the sample's part of the contract. */
export function sampleRoutes(kernel: Kernel) {
  const os = implement(contract.sample).$context<RequestContext>()
  return {
    create: os.create.handler(async ({ context }) => {
      const actor = actorOf(context)
      const owner = await ownerOf(kernel, actor)
      for (const id of await findSamples(kernel, owner.userId)) await removeSample(kernel, id)
      return { organisationId: await plantSample(kernel, { ...owner, language: actor.language }) }
    }),
    remove: os.remove.handler(async ({ context }) => {
      const owner = await ownerOf(kernel, actorOf(context))
      let removed = false
      for (const id of await findSamples(kernel, owner.userId)) removed = (await removeSample(kernel, id)) || removed
      return { removed }
    }),
  }
}

function ownerOf(kernel: Kernel, actor: Actor) {
  return kernel.database.inOrganisation(actor.organisationId, (db) =>
    db
      .selectFrom('organisation_people')
      .select(['user_id as userId', 'name', 'email'])
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', actor.personId)
      .executeTakeFirstOrThrow(),
  )
}
