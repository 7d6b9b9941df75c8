import type { Role } from '#contract/actions.ts'
import type { Language } from '#contract/kinds.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { appendEvents } from '#server/kernel/events/change.ts'
import { UNBOUND } from '#server/kernel/facts.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { createUser, preparePassword } from './create-user.ts'
import { hashSecret } from './secret-token.ts'
import { takePlaces } from './positions/take-places.ts'
import { findPeople, readOrganisation } from './store.ts'

/** What an invitation's link offers. A link that was used or withdrawn is nothing; one that is too old says so. */
export async function openInvitation(kernel: Kernel, token: string) {
  const invitation = await findOpen(kernel, token)
  return kernel.database.inOrganisation(invitation.organisation_id, async (db) => {
    const organisation = await readOrganisation(db, invitation.organisation_id)
    const people = await findPeople(db, invitation.organisation_id, [invitation.invited_by])
    return {
      organisation: organisation.name,
      name: invitation.name,
      email: invitation.email,
      role: invitation.role as Role,
      invitedBy: people.get(invitation.invited_by)?.name ?? organisation.name,
      expiresAt: invitation.expires_at.toISOString(),
      language: organisation.language as Language,
    }
  })
}

interface Acceptance {
  readonly token: string
  readonly name: string
  readonly password: string
  readonly language?: Language | undefined
  readonly timeZone?: string | undefined
}

/** Takes an invitation up: makes the account and the place in the organisation. A link works once, also when clicked twice at once. */
export async function acceptInvitation(
  kernel: Kernel,
  input: Acceptance,
): Promise<{ personId: string; email: string }> {
  const invitation = await findOpen(kernel, input.token)
  const organisationId = invitation.organisation_id
  const passwordHash = await preparePassword({ ...input, email: invitation.email, known: [] })
  const personId = kernel.clock.newId()
  await kernel.database.inOrganisation(organisationId, async (db) => {
    await takeOnce(kernel, db, invitation.id, organisationId)
    const organisation = await readOrganisation(db, organisationId)
    const userId = await createUser(db, kernel.clock, { name: input.name, email: invitation.email, passwordHash })
    const language = input.language ?? (organisation.language as Language)
    const timeZone = input.timeZone ?? organisation.time_zone
    await db
      .insertInto('organisation_people')
      .values({
        organisation_id: organisationId,
        id: personId,
        user_id: userId,
        name: input.name,
        email: invitation.email,
        role: invitation.role,
        language,
        languages: invitation.languages,
        time_zone: timeZone,
        created_at: kernel.clock.now(),
      })
      .execute()
    const actor: Actor = {
      kind: 'person',
      id: personId,
      personId,
      name: input.name,
      organisationId,
      role: invitation.role as Role,
      scopes: null,
      facts: UNBOUND,
      language,
      timeZone,
      sessionId: null,
    }
    const taken = await takePlaces(db, organisationId, { personId, positionIds: invitation.position_ids })
    await appendEvents(db, kernel.clock, [
      {
        actor,
        event: {
          verb: 'person.joined',
          subject: { type: 'person', id: personId, title: input.name },
          after: { role: invitation.role, email: invitation.email },
        },
      },
      ...taken.map((event) => ({ actor, event })),
    ])
  })
  return { personId, email: invitation.email }
}

async function findOpen(kernel: Kernel, token: string) {
  const hash = hashSecret(token)
  const row = await kernel.database.lookUp(hash, (db) =>
    db.selectFrom('organisation_invitations').selectAll().where('token_hash', '=', hash).executeTakeFirst(),
  )
  if (row === undefined || row.accepted_at !== null || row.withdrawn_at !== null) throw new Refusal('record.not-found')
  if (row.expires_at <= kernel.clock.now()) throw new Refusal('invitation.expired')
  return row
}

async function takeOnce(kernel: Kernel, db: Db, id: string, organisationId: string): Promise<void> {
  const taken = await db
    .updateTable('organisation_invitations')
    .set({ accepted_at: kernel.clock.now() })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (taken === undefined) throw new Refusal('record.not-found')
}
