import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type pg from 'pg'
import { createKeyring, resealDataKey } from '#server/kernel/secrets/keyring.ts'
import { signInSecret } from '#server/kernel/session/sign-in-secret.ts'

export interface Resealed {
  readonly dataKeys: number
  readonly secondFactors: number
}

/** Moves everything that an installation key seals under another one, in the caller's transaction. */
export async function reseal(client: pg.Client, fromKey: Buffer, toKey: Buffer): Promise<Resealed> {
  const from = createKeyring({ installationKey: fromKey })
  const to = createKeyring({ installationKey: toKey })
  const organisations = await client.query<{ id: string; key: string }>(
    'select organisation_id as id, data_key as key from organisations order by organisation_id for update',
  )
  for (const { id, key } of organisations.rows) {
    await client.query('update organisations set data_key = $2 where organisation_id = $1', [
      id,
      resealDataKey(key, { from, to }),
    ])
  }
  const secondFactors = await resealSecondFactors(client, signInSecret(fromKey), signInSecret(toKey))
  // Their cookies are signed with the old secret, so they are nobody's any more.
  await client.query('delete from identity.session')
  return { dataKeys: organisations.rows.length, secondFactors }
}

/** The sign-in library seals these with its secret, which follows from the installation key. */
async function resealSecondFactors(client: pg.Client, from: string, to: string): Promise<number> {
  const { rows } = await client.query<{ id: string; secret: string; codes: string }>(
    'select id, secret, "backupCodes" as codes from identity."twoFactor" for update',
  )
  const move = async (data: string) => symmetricEncrypt({ key: to, data: await symmetricDecrypt({ key: from, data }) })
  for (const { id, secret, codes } of rows) {
    await client.query('update identity."twoFactor" set secret = $2, "backupCodes" = $3 where id = $1', [
      id,
      await move(secret),
      await move(codes),
    ])
  }
  return rows.length
}
