import { implement } from '@orpc/server'
import { policies } from '#contract/policies.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { acceptPolicy } from './accept-policy.ts'
import { changeDraft, discardDraft } from './change-draft.ts'
import { createPolicy } from './create-policy.ts'
import { listAcceptances } from './list-acceptances.ts'
import { listPolicies } from './list-policies.ts'
import { publishPolicy } from './publish-policy.ts'
import { compareVersions, listVersions, readPolicy, readVersion } from './read-policy.ts'
import { remindMissing } from './remind-missing.ts'
import { removePolicy, restorePolicy } from './remove-policy.ts'
import { listStarters } from './starters/index.ts'

/** Binds the policies' part of the contract. */
export function policyRoutes(kernel: Kernel) {
  const os = implement(policies).$context<RequestContext>()
  return {
    starters: os.starters.handler(() => ({ items: listStarters() })),
    list: os.list.handler(({ input, context }) => listPolicies(kernel, actorOf(context), input)),
    read: os.read.handler(({ input, context }) => readPolicy(kernel, actorOf(context), input.id)),
    create: os.create.handler(({ input, context }) => createPolicy(kernel, actorOf(context), input)),
    change: os.change.handler(({ input, context }) => changeDraft(kernel, context, input)),
    discardDraft: os.discardDraft.handler(({ input, context }) => discardDraft(kernel, context, input.id)),
    publish: os.publish.handler(({ input, context }) => publishPolicy(kernel, context, input)),
    versions: os.versions.handler(({ input, context }) => listVersions(kernel, actorOf(context), input.id)),
    version: os.version.handler(({ input, context }) => readVersion(kernel, actorOf(context), input)),
    comparison: os.comparison.handler(({ input, context }) => compareVersions(kernel, actorOf(context), input)),
    accept: os.accept.handler(({ input, context }) => acceptPolicy(kernel, actorOf(context), input)),
    remind: os.remind.handler(({ input, context }) => remindMissing(kernel, actorOf(context), input.id)),
    remove: os.remove.handler(({ input, context }) => removePolicy(kernel, context, input.id)),
    restore: os.restore.handler(({ input, context }) => restorePolicy(kernel, actorOf(context), input.id)),
    acceptances: os.acceptances.handler(({ input, context }) => listAcceptances(kernel, actorOf(context), input)),
  }
}
