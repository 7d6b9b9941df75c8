import { z } from 'zod'
import { Refusal } from '#contract/refusal.ts'
import { readOrganisation } from '#server/features/organisation/index.ts'
import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { PublishingPorts } from '../ports.ts'
import { changeChannelConnection } from './reconnect-channel.ts'
import { connected, saveConnected, type NewChannel } from './connect-channel.ts'

const LASTS_MS = 15 * 60_000

/** Where a platform sends people back to after they signed in there. */
export function callbackAddress(kernel: Kernel): string {
  return `${kernel.config.publicUrl}/api/v1/channel-authorisations/callback`
}

/** Begins connecting by signing in at the platform. What the way back needs is kept sealed for a quarter of an hour. */
export async function authoriseChannel(
  kernel: Kernel,
  ports: PublishingPorts,
  actor: Actor,
  input: NewChannel & { channelId?: string | undefined },
) {
  const authoriser = ports.platforms.get(input.platform)?.authoriser ?? null
  if (authoriser === null)
    throw new Refusal('channel.unknown-platform', { platform: input.platform }, [
      { path: 'platform', code: 'channel.unknown-platform' },
    ])
  const personId = actor.personId
  if (personId === null) throw new Refusal('sign-in.needed')
  const state = randomBytes(32).toString('base64url')
  const begun = await authoriser.begin(input.settings, callbackAddress(kernel), state)
  if (begun.kind === 'refused') connected(begun)
  else {
    const now = kernel.clock.now()
    const id = kernel.clock.newId()
    await kernel.database.inOrganisation(actor.organisationId, async (db) => {
      const organisation = await readOrganisation(db, actor.organisationId)
      const pending = kernel.keyring.seal(
        kernel.keyring.open(organisation.data_key),
        JSON.stringify(begun.pending),
        `authorisation:${id}`,
      )
      await db
        .insertInto('publishing_authorisations')
        .values({
          organisation_id: actor.organisationId,
          id,
          state_hash: hash(state),
          platform: input.platform,
          name: input.name,
          time_zone: input.timeZone ?? organisation.time_zone,
          channel_id: input.channelId ?? null,
          pending,
          person_id: personId,
          created_at: now,
          expires_at: new Date(now.getTime() + LASTS_MS),
        })
        .execute()
    })
    return { url: begun.url }
  }
  throw new Refusal('channel.refused')
}

/**
 * Ends connecting, when the platform sends the person back. The state works once and only for the person who began. Returns
 * the channel's id.
 */
export async function finishAuthorisation(
  kernel: Kernel,
  ports: PublishingPorts,
  actor: Actor | null,
  state: string,
  code: string,
): Promise<string> {
  const stateHash = hash(state)
  const found = await kernel.database.lookUp(stateHash, (db) =>
    db.selectFrom('publishing_authorisations').selectAll().where('state_hash', '=', stateHash).executeTakeFirst(),
  )
  if (found === undefined || found.expires_at <= kernel.clock.now()) throw new Refusal('record.not-found')
  if (actor === null || actor.personId !== found.person_id) throw new Refusal('sign-in.needed')
  const pending = await kernel.database.inOrganisation(found.organisation_id, async (db) => {
    const taken = await db
      .deleteFrom('publishing_authorisations')
      .where('organisation_id', '=', found.organisation_id)
      .where('id', '=', found.id)
      .returning('id')
      .executeTakeFirst()
    if (taken === undefined) throw new Refusal('record.not-found')
    const organisation = await readOrganisation(db, found.organisation_id)
    return z
      .record(z.string(), z.string())
      .parse(
        JSON.parse(
          kernel.keyring
            .unseal(kernel.keyring.open(organisation.data_key), found.pending, `authorisation:${found.id}`)
            .toString('utf8'),
        ),
      )
  })
  const authoriser = ports.platforms.get(found.platform)?.authoriser
  if (authoriser === undefined || authoriser === null)
    throw new Refusal('channel.unknown-platform', { platform: found.platform })
  const connection = connected(await authoriser.finish(pending, code))
  if (found.channel_id !== null) return (await changeChannelConnection(kernel, actor, found.channel_id, connection)).id
  const id = kernel.clock.newId()
  await saveConnected(kernel, actor, {
    id,
    platform: found.platform,
    name: found.name,
    timeZone: found.time_zone,
    connection,
  })
  return id
}

/** Forgets sign-ins that nobody came back from. */
export async function forgetAuthorisations(kernel: Kernel): Promise<void> {
  const organisations = await kernel.database.dispatching((db) =>
    db.selectFrom('organisations').select('organisation_id').execute(),
  )
  for (const { organisation_id: id } of organisations) {
    await kernel.database.inOrganisation(id, (db) =>
      db
        .deleteFrom('publishing_authorisations')
        .where('organisation_id', '=', id)
        .where('expires_at', '<', kernel.clock.now())
        .execute(),
    )
  }
}

function hash(state: string): string {
  return createHash('sha256').update(state).digest('hex')
}
