import { change } from '#server/kernel/events/change.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { checkHandle, checkLinks, demandUnit } from './check-account.ts'
import { findAnyAccount, holdAccount, readShown } from './hold-account.ts'
import { accountFacts, titleOf } from './show-account.ts'
import { lockInventory, updateAccount } from './store-accounts.ts'

/** Takes an account off the list; its readings stay. Undone by restoreAccount. */
export function removeAccount(kernel: Kernel, context: RequestContext, id: string): Promise<{ id: string }> {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const row = await holdAccount(db, organisationId, id)
    expectVersion(context, row.version)
    await demandUnit(db, actor, row.unit_id)
    await updateAccount(db, organisationId, id, { removed_at: kernel.clock.now() })
    record({
      verb: 'account.removed',
      subject: { type: 'account', id, title: titleOf(row) },
      before: accountFacts(row),
      after: null,
    })
    return { id }
  })
}

/** Puts a removed account back as it was. Refuses `account.exists` where its handle stands on the list again. */
export function restoreAccount(kernel: Kernel, context: RequestContext, id: string) {
  const actor = actorOf(context)
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    await lockInventory(db, organisationId)
    const row = await findAnyAccount(db, organisationId, id)
    if (row.removed_at === null) return readShown(db, kernel.clock, organisationId, id)
    await demandUnit(db, actor, row.unit_id)
    const facts = accountFacts(row)
    await checkLinks(db, organisationId, facts, facts)
    await checkHandle(db, organisationId, { platform: row.platform, key: row.handle_key })
    await updateAccount(db, organisationId, id, { removed_at: null })
    record({
      verb: 'account.restored',
      subject: { type: 'account', id, title: titleOf(row) },
      before: null,
      after: facts,
    })
    return readShown(db, kernel.clock, organisationId, id)
  })
}
