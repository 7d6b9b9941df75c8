import { asOwner } from '../as-owner.ts'
import type { Surroundings } from '../surroundings.ts'
import { withInstallation } from '../with-installation.ts'

interface Listed {
  readonly email: string
  readonly name: string
  readonly role: string | null
  readonly active: boolean | null
  readonly organisation: string | null
  readonly twoFactor: boolean
  readonly seen: Date | null
}

/** Prints who can sign in, a line each. */
export function listUsers(surroundings: Surroundings): Promise<void> {
  return withInstallation(surroundings, { beside: true, existing: true }, async ({ installation }) => {
    const users = await asOwner(installation.connection, async (client) => {
      const { rows } = await client.query<Listed>(`
        select u.email, u.name, p.role, p.active, o.name as organisation, coalesce(u."twoFactorEnabled", false) as "twoFactor", p.last_seen_at as seen
        from identity."user" u left join organisation_people p on p.user_id = u.id left join organisations o using (organisation_id)
        order by o.name nulls last, u.email`)
      return rows
    })
    if (users.length === 0)
      surroundings.say('Nobody can sign in here yet. Found the organisation in the browser, or with tutti setup.')
    for (const user of users) surroundings.print(line(user))
  })
}

function line({ email, name, role, active, organisation, twoFactor, seen }: Listed): string {
  const standing =
    role === null
      ? 'belongs to no organisation'
      : `${role} of ${organisation ?? ''}${active === false ? ' (deactivated)' : ''}`
  const factor = twoFactor ? 'second factor on' : 'no second factor'
  const last = seen === null ? 'never seen' : `seen ${seen.toISOString().slice(0, 16)}Z`
  // Names are free text: nothing in them may break the line or move the cursor.
  return [email, name, standing, factor, last].map((part) => part.replace(/\p{Cc}/gu, ' ')).join('\t')
}
