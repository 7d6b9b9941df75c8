import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { createAbsence, listAbsences, removeAbsence } from './absences.ts'
import { changeProfile } from './change-profile.ts'
import { listExperts } from './list-experts.ts'
import { readProfile } from './read-profile.ts'

/** Binds profiles, absences and experts of the contract. */
export function peopleRoutes(kernel: Kernel) {
  const os = implement(contract.organisation).$context<RequestContext>()
  return {
    profiles: {
      read: os.profiles.read.handler(({ input, context }) => readProfile(kernel, actorOf(context), input.id)),
      change: os.profiles.change.handler(({ input, context }) =>
        changeProfile(kernel, actorOf(context), context, input),
      ),
    },
    absences: {
      list: os.absences.list.handler(({ input, context }) => listAbsences(kernel, actorOf(context), input)),
      create: os.absences.create.handler(({ input, context }) => createAbsence(kernel, actorOf(context), input)),
      remove: os.absences.remove.handler(({ input, context }) => removeAbsence(kernel, actorOf(context), input.id)),
    },
    experts: { list: os.experts.list.handler(({ context }) => listExperts(kernel, actorOf(context))) },
  }
}
