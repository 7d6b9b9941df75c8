import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Connected, Connection, Values } from '#server/platforms/port.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import type { PublishingPorts } from '../ports.ts'
import { sealCredentials } from './credentials.ts'
import { showChannel } from './show-channel.ts'

export interface NewChannel {
  readonly platform: string
  readonly name: string
  readonly settings: Values
  readonly timeZone?: string | undefined
}

/** Connects a channel: asks the platform first, and keeps nothing that it refuses. */
export async function connectChannel(kernel: Kernel, ports: PublishingPorts, actor: Actor, input: NewChannel) {
  const platform = ports.platforms.get(input.platform)
  if (platform === undefined)
    throw new Refusal('channel.unknown-platform', { platform: input.platform }, [
      { path: 'platform', code: 'channel.unknown-platform' },
    ])
  const id = kernel.clock.newId()
  const connection = connected(await platform.connect(actor.organisationId, id, input.settings))
  return saveConnected(kernel, actor, {
    id,
    platform: input.platform,
    name: input.name,
    timeZone: input.timeZone,
    connection,
  })
}

/** What the platform answered, or the refusal that names the field. */
export function connected(result: Connected): Connection {
  if (result.kind === 'connected') return result.connection
  const path = result.field === null ? 'settings' : `settings.${result.field}`
  throw new Refusal('channel.refused', { reason: result.reason.code, words: result.reason.words ?? '' }, [
    { path, code: `reason.${result.reason.code}` },
  ])
}

interface NewConnection {
  readonly id: string
  readonly platform: string
  readonly name: string
  readonly timeZone: string | undefined
  readonly connection: Connection
}

/** Stores a channel that the platform accepted, its secrets sealed. */
export function saveConnected(
  kernel: Kernel,
  actor: Actor,
  { id, platform, name, timeZone, connection }: NewConnection,
) {
  const { organisationId } = actor
  const now = kernel.clock.now()
  return change(kernel, actor, async ({ db, record }) => {
    const organisation = await readOrganisation(db, organisationId)
    const row = await db
      .insertInto('publishing_channels')
      .values({
        organisation_id: organisationId,
        id,
        platform,
        name,
        handle: connection.handle,
        url: connection.url,
        state: 'connected',
        time_zone: timeZone ?? organisation.time_zone,
        settings: JSON.stringify(connection.settings),
        credentials: await sealCredentials(kernel, db, organisationId, id, connection.credentials),
        description: JSON.stringify(connection.description),
        checked_at: now,
        created_at: now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    record({
      verb: 'channel.connected',
      subject: { type: 'channel', id, title: name },
      after: { platform, handle: connection.handle, url: connection.url },
    })
    return showChannel(row, 0)
  })
}
