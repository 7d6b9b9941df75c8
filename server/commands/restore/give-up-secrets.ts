import type pg from 'pg'
import { createKeyring } from '#server/kernel/secrets/keyring.ts'
import { hasTable } from '../as-owner.ts'

/**
 * For a lost installation key: gives each organisation a new data key, and removes what only the old one could open. Channels
 * have to be connected again, second factors are off, everybody signs in again.
 */
export async function giveUpSecrets(client: pg.Client, installationKey: Buffer): Promise<void> {
  const keyring = createKeyring({ installationKey })
  const { rows } = await client.query<{ id: string }>('select organisation_id as id from organisations')
  for (const { id } of rows) {
    await client.query('update organisations set data_key = $2 where organisation_id = $1', [id, keyring.newDataKey()])
  }
  if (await hasTable(client, 'public.publishing_channels')) {
    await client.query(`update publishing_channels set credentials = null, state = case when state = 'disconnected' then state else 'needs-reconnecting' end
      where credentials is not null`)
    await client.query('delete from publishing_authorisations')
  }
  await client.query('delete from identity."twoFactor"')
  await client.query('update identity."user" set "twoFactorEnabled" = false where "twoFactorEnabled"')
  await client.query('delete from identity.session')
}
