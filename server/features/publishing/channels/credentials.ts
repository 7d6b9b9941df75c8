import { z } from 'zod'
import type { Db } from '#server/kernel/database/database.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { CannotUnseal } from '#server/kernel/secrets/seal.ts'
import type { Account, Values } from '#server/platforms/port.ts'
import type { ChannelRow } from './store.ts'

const StoredValues = z.record(z.string(), z.string())

async function dataKey(kernel: Kernel, db: Db, organisationId: string): Promise<Buffer> {
  const { data_key } = await db
    .selectFrom('organisations')
    .select('data_key')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return kernel.keyring.open(data_key)
}

/** Seals a channel's secrets, bound to that channel: moved to another row they cannot be opened. */
export async function sealCredentials(
  kernel: Kernel,
  db: Db,
  organisationId: string,
  channelId: string,
  credentials: Values,
): Promise<string> {
  return kernel.keyring.seal(
    await dataKey(kernel, db, organisationId),
    JSON.stringify(credentials),
    `channel:${channelId}`,
  )
}

/** The account of a channel, with its secrets opened, as an adapter takes it. Kept in memory only. */
export async function openAccount(
  kernel: Kernel,
  db: Db,
  channel: Pick<ChannelRow, 'organisation_id' | 'id' | 'settings' | 'credentials'>,
): Promise<Account> {
  const { organisation_id: organisationId, id: channelId } = channel
  const sealed = channel.credentials
  const credentials =
    sealed === null
      ? {}
      : StoredValues.parse(
          JSON.parse(
            kernel.keyring
              .unseal(await dataKey(kernel, db, organisationId), sealed, `channel:${channelId}`)
              .toString('utf8'),
          ),
        )
  return {
    organisationId,
    channelId,
    settings: StoredValues.parse(channel.settings),
    credentials,
    saveCredentials: (next) =>
      kernel.database.inOrganisation(organisationId, async (inner) => {
        await inner
          .updateTable('publishing_channels')
          .set({ credentials: await sealCredentials(kernel, inner, organisationId, channelId, next) })
          .where('organisation_id', '=', organisationId)
          .where('id', '=', channelId)
          .execute()
      }),
  }
}

/** As `openAccount`; null, and an entry in the log, where the secrets do not open (another installation's key, a damaged row). */
export async function openAccountOrNull(
  kernel: Kernel,
  db: Db,
  channel: Parameters<typeof openAccount>[2],
): Promise<Account | null> {
  try {
    return await openAccount(kernel, db, channel)
  } catch (error) {
    if (!(error instanceof CannotUnseal)) throw error
    kernel.log.error({ err: error, channel: channel.id }, 'the secrets of a channel do not open')
    return null
  }
}
