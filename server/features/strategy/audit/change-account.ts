import type { Actor } from '#server/kernel/actor.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import { changedFields, withGiven } from '#server/kernel/events/changed-fields.ts'
import { actorOf, expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { tidyHandle } from '../domain/audit/handle.ts'
import type { AuditInput } from '../input.ts'
import { checkHandle, checkLinks, demandUnit } from './check-account.ts'
import { holdAccount, readShown } from './hold-account.ts'
import { accountFacts, titleOf } from './show-account.ts'
import { updateAccount, type AccountRow } from './store-accounts.ts'

type Fields = Omit<AuditInput<'changeAccount'>, 'id'>

/** Changes the fields given. Refuses a handle that another account has, and a version that is no longer the stored one. */
export function changeAccount(kernel: Kernel, context: RequestContext, { id, ...fields }: AuditInput<'changeAccount'>) {
  const actor = actorOf(context)
  return change(kernel, actor, async (work) => {
    const row = await holdAccount(work.db, actor.organisationId, id)
    expectVersion(context, row.version)
    await changeWithin(actor, work, row, fields)
    return readShown(work.db, kernel.clock, actor.organisationId, id)
  })
}

/** Changes an account inside a change that holds it; false where nothing differs. */
export async function changeWithin(
  actor: Actor,
  { db, record }: Change,
  row: AccountRow,
  fields: Fields,
): Promise<boolean> {
  const { organisationId } = actor
  const before = accountFacts(row)
  const next = withGiven(before, fields)
  const { handle, key } = tidyHandle(next.platform, next.handle, next.url)
  const after = { ...next, handle }
  const changed = changedFields(before, after)
  if (changed === null) return false
  await checkLinks(db, organisationId, after, before)
  await demandUnit(db, actor, before.unitId)
  if (after.unitId !== before.unitId) await demandUnit(db, actor, after.unitId)
  await checkHandle(db, organisationId, { platform: after.platform, key, own: row.id })
  const elsewhere = after.platform !== before.platform || key !== row.handle_key || after.url !== before.url
  await updateAccount(db, organisationId, row.id, {
    platform: after.platform,
    handle,
    handle_key: key,
    url: after.url,
    name: after.name,
    state: after.state,
    competitor_id: after.competitorId,
    unit_id: after.unitId,
    holder_id: after.holderId,
    holder_words: after.holderWords,
    notes: after.notes,
    // What a look-up said was said of another address.
    ...(elsewhere ? { lookup_problem: null, looked_up_at: null } : {}),
  })
  record({
    verb: 'account.changed',
    subject: { type: 'account', id: row.id, title: titleOf(after) },
    ...changed,
  })
  return true
}
