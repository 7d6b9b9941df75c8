import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Connected } from '#server/platforms/port.ts'
import { storableWords } from '../domain/platform-words.ts'
import type { PublishingPorts } from '../ports.ts'
import { connectionColumns } from './change-channel.ts'
import { openAccountOrNull } from './credentials.ts'
import { markNeedsReconnecting, SECRETS_UNREADABLE } from './mark-needs-reconnecting.ts'
import { showChannel } from './show-channel.ts'
import { countPlanned, lockChannel } from './store.ts'

/** Asks the platform whether a channel still works, and remembers the answer with the limits it names. A platform that cannot be reached says nothing about the account. */
export async function inspectChannel(kernel: Kernel, ports: PublishingPorts, actor: Actor, id: string) {
  const { organisationId } = actor
  const { account, platform } = await kernel.database.inOrganisation(organisationId, async (db) => {
    const row = await lockChannel(db, organisationId, id)
    if (row.state === 'disconnected') throw new Refusal('channel.needs-reconnecting')
    return { account: await openAccountOrNull(kernel, db, row), platform: ports.platforms.get(row.platform) }
  })
  if (platform === undefined) throw new Refusal('channel.unknown-platform', { platform: '' })
  if (account === null) return markClosed(kernel, actor, id)
  const result = await platform.inspect(account)
  return change(kernel, actor, async ({ db, record }) => {
    const before = await lockChannel(db, organisationId, id)
    const state = stateAfter(before.state, result)
    const columns =
      result.kind === 'connected'
        ? await connectionColumns(kernel, db, { organisationId, channelId: id, connection: result.connection })
        : {
            problem: result.reason.code,
            problem_words: storableWords(result.reason.words),
            checked_at: kernel.clock.now(),
          }
    const after = await db
      .updateTable('publishing_channels')
      .set({ ...columns, state, version: before.version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (state !== before.state)
      record({
        verb: 'channel.changed',
        subject: { type: 'channel', id, title: before.name },
        before: { state: before.state },
        after: { state },
      })
    return showChannel(after, (await countPlanned(db, organisationId, [id])).get(id) ?? 0)
  })
}

/** Secrets that do not open leave nothing to ask the platform with. */
function markClosed(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const before = await lockChannel(db, organisationId, id)
    const events = await markNeedsReconnecting(db, before, { code: SECRETS_UNREADABLE, words: null })
    for (const event of events) record(event)
    const after = await lockChannel(db, organisationId, id)
    return showChannel(after, (await countPlanned(db, organisationId, [id])).get(id) ?? 0)
  })
}

const ABOUT_THE_ACCOUNT = new Set(['wrong-credentials', 'permission-missing', 'account-suspended', 'not-this-platform'])

function stateAfter(state: string, result: Connected): string {
  if (result.kind === 'connected') return state === 'needs-reconnecting' ? 'connected' : state
  return ABOUT_THE_ACCOUNT.has(result.reason.code) && state === 'connected' ? 'needs-reconnecting' : state
}
