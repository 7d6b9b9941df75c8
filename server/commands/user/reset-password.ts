import { Password } from '#contract/kinds.ts'
import { preparePassword } from '#server/features/organisation/index.ts'
import { CannotStart } from '#server/kernel/cannot-start.ts'
import { systemClock } from '#server/kernel/clock.ts'
import { asOwner } from '../as-owner.ts'
import { readSecret } from '../read-secret.ts'
import type { Surroundings } from '../surroundings.ts'
import { withInstallation } from '../with-installation.ts'
import { endSessions, findUser, recordForUser } from './find-user.ts'

/** Gives a person a new password and ends their sessions. Throws CannotStart where nobody has the address. */
export function resetPassword(surroundings: Surroundings, email: string): Promise<void> {
  return withInstallation(surroundings, { beside: true, existing: true }, async ({ installation }) => {
    const found = await asOwner(installation.connection, (client) => findUser(client, email))
    const password = readPassword(await readSecret(surroundings, `New password of ${found.name}:`))
    const known = found.people.map((person) => person.organisation)
    const hash = await preparePassword({ name: found.name, email: found.email, password, known })
    const ended = await asOwner(installation.connection, async (client) => {
      const user = await findUser(client, email)
      const { rowCount } = await client.query(
        `update identity.account set password = $2, "updatedAt" = now() where "userId" = $1 and "providerId" = 'credential'`,
        [user.id, hash],
      )
      if (rowCount === 0) {
        await client.query(
          `insert into identity.account (id, "accountId", "providerId", "userId", password) values ($1, $2, 'credential', $2, $3)`,
          [systemClock.newId(), user.id, hash],
        )
      }
      await recordForUser(client, user, 'person.password-reset')
      return endSessions(client, user)
    })
    surroundings.print(`${found.email} has a new password. Sessions ended: ${ended}.`)
  })
}

function readPassword(given: string): string {
  const parsed = Password.safeParse(given)
  if (parsed.success) return parsed.data
  throw new CannotStart('A password has 12 to 128 characters. Nothing was changed.')
}
