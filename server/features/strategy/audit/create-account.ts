import type { Actor } from '#server/kernel/actor.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { tidyHandle } from '../domain/audit/handle.ts'
import type { AuditInput } from '../input.ts'
import { checkHandle, checkLinks, demandUnit } from './check-account.ts'
import { findAccount, readShown } from './hold-account.ts'
import { accountFacts, titleOf } from './show-account.ts'
import { insertAccount, lockInventory, type AccountRow } from './store-accounts.ts'

/** Puts an account on the list. Refuses one that stands there already, and whatever it names that is not there. */
export function createAccount(kernel: Kernel, actor: Actor, input: AuditInput<'createAccount'>) {
  return change(kernel, actor, async (work) => {
    await lockInventory(work.db, actor.organisationId)
    const row = await addAccount(kernel, actor, work, { ...input, source: 'entered' })
    return readShown(work.db, kernel.clock, actor.organisationId, row.id)
  })
}

type NewAccount = AuditInput<'createAccount'> & {
  readonly source: AccountRow['source']
  readonly channelId?: string
}

/** Puts an account on the list inside a change that holds it. */
export async function addAccount(
  kernel: Kernel,
  actor: Actor,
  { db, record }: Change,
  input: NewAccount,
): Promise<AccountRow> {
  const { organisationId } = actor
  const id = kernel.clock.newId()
  const { handle, key } = tidyHandle(input.platform, input.handle, input.url)
  const links = {
    unitId: input.unitId ?? null,
    competitorId: input.competitorId ?? null,
    holderId: input.holderId ?? null,
  }
  await checkLinks(db, organisationId, links)
  await demandUnit(db, actor, links.unitId)
  await checkHandle(db, organisationId, { platform: input.platform, key })
  await insertAccount(db, {
    organisation_id: organisationId,
    id,
    platform: input.platform,
    handle,
    handle_key: key,
    url: input.url,
    name: input.name,
    state: input.state,
    competitor_id: links.competitorId,
    channel_id: input.channelId ?? null,
    unit_id: links.unitId,
    holder_id: links.holderId,
    holder_words: input.holderWords,
    notes: input.notes,
    source: input.source,
    created_by: actor.personId,
    created_at: kernel.clock.now(),
  })
  const row = await findAccount(db, organisationId, id)
  record({
    verb: 'account.created',
    subject: { type: 'account', id, title: titleOf(row) },
    before: null,
    after: accountFacts(row),
  })
  return row
}
