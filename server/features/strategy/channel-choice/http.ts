import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { changeChoice, createChoice, removeChoice, restoreChoice } from './change-choice.ts'
import { decideChannel } from './decide-channel.ts'
import { readRhythm } from './read-rhythm.ts'
import { setTargets } from './set-targets.ts'
import { setWeights } from './set-weights.ts'
import { findChoice, readPicture } from './show-choice.ts'

/** Binds channel choice's part of the contract. */
export function channelChoiceRoutes(kernel: Kernel) {
  const os = implement(contract.strategy.channelChoice).$context<RequestContext>()
  return {
    list: os.list.handler(({ context }) => {
      const { organisationId } = actorOf(context)
      return kernel.database.inOrganisation(organisationId, async (db) => {
        const { weights, weightsVersion, items } = await readPicture(db, organisationId)
        return { weights, weightsVersion, items }
      })
    }),
    show: os.show.handler(({ input, context }) => {
      const { organisationId } = actorOf(context)
      return kernel.database.inOrganisation(
        organisationId,
        async (db) => (await findChoice(db, organisationId, input.id)).shown,
      )
    }),
    setWeights: os.setWeights.handler(({ input, context }) => setWeights(kernel, context, input)),
    create: os.create.handler(({ input, context }) => createChoice(kernel, actorOf(context), input)),
    change: os.change.handler(({ input, context }) => changeChoice(kernel, context, input)),
    decide: os.decide.handler(({ input, context }) => decideChannel(kernel, context, input)),
    setTargets: os.setTargets.handler(({ input, context }) => setTargets(kernel, context, input)),
    remove: os.remove.handler(({ input, context }) => removeChoice(kernel, context, input.id)),
    restore: os.restore.handler(({ input, context }) => restoreChoice(kernel, actorOf(context), input.id)),
    rhythm: os.rhythm.handler(({ input, context }) => readRhythm(kernel, actorOf(context), input)),
  }
}
