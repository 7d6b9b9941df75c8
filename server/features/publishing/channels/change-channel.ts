import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Connection, Values } from '#server/platforms/port.ts'
import { areOpenUnits } from '#server/features/organisation/index.ts'
import type { PublishingPorts } from '../ports.ts'
import { connected } from './connect-channel.ts'
import { sealCredentials } from './credentials.ts'
import { showChannel } from './show-channel.ts'
import { countPlanned, findChannel, lockChannel } from './store.ts'

interface ChannelChanges {
  readonly id: string
  readonly name?: string | undefined
  readonly timeZone?: string | undefined
  readonly paused?: boolean | undefined
  readonly unitId?: string | null | undefined
  readonly risk?: string | undefined
  readonly settings?: Values | undefined
}

/** Renames, pauses or reconnects a channel. Reconnecting is tested first; another account than before is refused, since its posts are not there. */
export async function changeChannel(
  kernel: Kernel,
  ports: PublishingPorts,
  actor: Actor,
  context: RequestContext,
  changes: ChannelChanges,
) {
  const { organisationId } = actor
  const connection =
    changes.settings === undefined ? null : await reconnect(kernel, ports, actor, changes.id, changes.settings)
  return change(kernel, actor, async ({ db, record }) => {
    const before = await lockChannel(db, organisationId, changes.id)
    expectVersion(context, before.version)
    if (connection !== null && connection.handle !== before.handle)
      throw new Refusal('channel.refused', { reason: 'wrong-credentials', words: connection.handle }, [
        { path: 'settings', code: 'channel.other-account' },
      ])
    const unitId = changes.unitId === undefined ? before.unit_id : changes.unitId
    if (unitId !== null && unitId !== before.unit_id && !(await areOpenUnits(db, organisationId, [unitId])))
      throw unknownReference('unitId')
    const risk = changes.risk ?? before.risk
    const state = nextState(before.state, changes.paused, connection !== null)
    const after = await db
      .updateTable('publishing_channels')
      .set({
        name: changes.name ?? before.name,
        time_zone: changes.timeZone ?? before.time_zone,
        state,
        unit_id: unitId,
        risk,
        version: before.version + 1,
        ...(connection === null
          ? {}
          : await connectionColumns(kernel, db, { organisationId, channelId: before.id, connection })),
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', before.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    record({
      verb: connection === null ? 'channel.changed' : 'channel.reconnected',
      subject: { type: 'channel', id: before.id, title: after.name },
      before: {
        name: before.name,
        state: before.state,
        timeZone: before.time_zone,
        unitId: before.unit_id,
        risk: before.risk,
      },
      after: { name: after.name, state, timeZone: after.time_zone, unitId, risk },
    })
    return showChannel(after, (await countPlanned(db, organisationId, [before.id])).get(before.id) ?? 0)
  })
}

async function reconnect(
  kernel: Kernel,
  ports: PublishingPorts,
  actor: Actor,
  id: string,
  settings: Values,
): Promise<Connection> {
  const channel = await kernel.database.inOrganisation(actor.organisationId, (db) =>
    findChannel(db, actor.organisationId, id),
  )
  const platform = ports.platforms.get(channel?.platform ?? '')
  if (channel === null || platform === undefined) throw new Refusal('record.not-found')
  return connected(await platform.connect(actor.organisationId, id, settings))
}

function nextState(state: string, paused: boolean | undefined, reconnected: boolean): string {
  if (paused === true) return state === 'disconnected' ? state : 'paused'
  if (reconnected) return 'connected'
  return paused === false && state === 'paused' ? 'connected' : state
}

/** The columns that a fresh connection fills. */
export async function connectionColumns(
  kernel: Kernel,
  db: Parameters<typeof sealCredentials>[1],
  fresh: { organisationId: string; channelId: string; connection: Connection },
) {
  const { organisationId, channelId, connection } = fresh
  return {
    handle: connection.handle,
    url: connection.url,
    settings: JSON.stringify(connection.settings),
    credentials: await sealCredentials(kernel, db, organisationId, channelId, connection.credentials),
    description: JSON.stringify(connection.description),
    problem: null,
    problem_words: null,
    checked_at: kernel.clock.now(),
  }
}
