import { implement } from '@orpc/server'
import { watch } from '#contract/watch.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { changeEntry, createEntry, removeEntry, restoreEntry } from './change-entry.ts'
import { listEntries, listViews, viewEntry } from './view-entry.ts'

/** Binds the confidentiality watch's part of the contract. */
export function watchRoutes(kernel: Kernel) {
  const os = implement(watch).$context<RequestContext>()
  return {
    list: os.list.handler(({ input, context }) => listEntries(kernel, actorOf(context), input)),
    create: os.create.handler(({ input, context }) => createEntry(kernel, actorOf(context), input)),
    change: os.change.handler(({ input, context }) => changeEntry(kernel, context, input)),
    remove: os.remove.handler(({ input, context }) => removeEntry(kernel, context, input.id)),
    restore: os.restore.handler(({ input, context }) => restoreEntry(kernel, actorOf(context), input.id)),
    view: os.view.handler(({ input, context }) => viewEntry(kernel, actorOf(context), input)),
    views: os.views.handler(({ input, context }) => listViews(kernel, actorOf(context), input)),
  }
}
