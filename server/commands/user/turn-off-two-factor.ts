import { asOwner } from '../as-owner.ts'
import type { Surroundings } from '../surroundings.ts'
import { withInstallation } from '../with-installation.ts'
import { endSessions, findUser, recordForUser } from './find-user.ts'

/** Lets a person sign in with the password alone, and ends their sessions. Throws CannotStart where nobody has the address. */
export function turnOffTwoFactor(surroundings: Surroundings, email: string): Promise<void> {
  return withInstallation(surroundings, { beside: true, existing: true }, async ({ installation }) => {
    const result = await asOwner(installation.connection, async (client) => {
      const user = await findUser(client, email)
      const { rowCount } = await client.query('delete from identity."twoFactor" where "userId" = $1', [user.id])
      await client.query('update identity."user" set "twoFactorEnabled" = false where id = $1', [user.id])
      if (rowCount === 0) return { user, ended: 0, had: false }
      await recordForUser(client, user, 'person.two-factor-turned-off')
      return { user, ended: await endSessions(client, user), had: true }
    })
    surroundings.print(
      result.had
        ? `${result.user.email} signs in with the password alone now. Sessions ended: ${result.ended}.`
        : `${result.user.email} had no second factor.`,
    )
  })
}
