import type { Role } from '#contract/actions.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf, type PageRequest } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { holdsAll } from './change-person.ts'
import { invitationMail } from './invitation-mail.ts'
import { newSecret } from './secret-token.ts'
import { findPeople, readOrganisation } from './store.ts'

const LASTS_MS = 7 * 24 * 3_600_000

/** Invites a person by a link that holds for a week and can be used once; sends it by mail where mail is set up. */
export async function invite(kernel: Kernel, actor: Actor, input: { email: string; name: string; role: Role }) {
  if (!holdsAll(actor.role, input.role))
    throw new Refusal('right.missing', { action: 'people.change', roles: 'administrator' })
  const { secret, hash } = newSecret('')
  const id = kernel.clock.newId()
  const now = kernel.clock.now()
  const expiresAt = new Date(now.getTime() + LASTS_MS)
  const link = `${kernel.config.publicUrl}/invitations/${secret}`
  const organisation = await change(kernel, actor, async ({ db, record }) => {
    const member = await db
      .selectFrom('organisation_people')
      .select('id')
      .where('organisation_id', '=', actor.organisationId)
      .where('email', '=', input.email)
      .executeTakeFirst()
    if (member !== undefined) throw new Refusal('record.exists', {}, [{ path: 'email', code: 'record.exists' }])
    await db
      .insertInto('organisation_invitations')
      .values({
        organisation_id: actor.organisationId,
        id,
        ...input,
        token_hash: hash,
        invited_by: actor.personId ?? actor.organisationId,
        created_at: now,
        expires_at: expiresAt,
      })
      .execute()
    record({
      verb: 'invitation.sent',
      subject: { type: 'invitation', id, title: input.name },
      after: { email: input.email, role: input.role },
    })
    return readOrganisation(db, actor.organisationId)
  })
  const mailed = await sendMail(kernel, { actor, input, link, organisation: organisation.name, expiresAt })
  if (mailed) {
    await kernel.database.inOrganisation(actor.organisationId, (db) =>
      db
        .updateTable('organisation_invitations')
        .set({ mailed: true })
        .where('organisation_id', '=', actor.organisationId)
        .where('id', '=', id)
        .execute(),
    )
  }
  return {
    id,
    ...input,
    invitedBy: { id: actor.personId ?? actor.organisationId, name: actor.name },
    createdAt: now.toISOString(),
    expiresAt: expiresAt.toISOString(),
    mailed,
    link,
  }
}

interface Letter {
  readonly actor: Actor
  readonly input: { readonly email: string; readonly name: string }
  readonly link: string
  readonly organisation: string
  readonly expiresAt: Date
}

/** Mail is a convenience: where it fails the link is still there to be handed over. */
async function sendMail(kernel: Kernel, letter: Letter): Promise<boolean> {
  if (!kernel.mail.configured) return false
  try {
    await kernel.mail.send(
      invitationMail({
        ...letter,
        to: letter.input.email,
        name: letter.input.name,
        from: letter.actor.name,
        language: letter.actor.language,
      }),
    )
    return true
  } catch (error) {
    kernel.log.warn({ err: error }, 'an invitation could not be mailed')
    return false
  }
}

/** Invitations that nobody has answered or withdrawn, newest first. Expired ones stay in the list until they are withdrawn. */
export function listInvitations(kernel: Kernel, actor: Actor, page: PageRequest) {
  const before = readIdCursor(page) ?? undefined
  return kernel.database.inOrganisation(actor.organisationId, async (db) => {
    const rows = await db
      .selectFrom('organisation_invitations')
      .selectAll()
      .where('organisation_id', '=', actor.organisationId)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
      .orderBy('id', 'desc')
      .limit(page.limit + 1)
      .execute()
    const people = await findPeople(
      db,
      actor.organisationId,
      rows.map((row) => row.invited_by),
    )
    return pageOf(
      rows,
      page,
      (row) => [row.id],
      (row) => ({
        id: row.id,
        email: row.email,
        name: row.name,
        role: row.role as Role,
        invitedBy: people.get(row.invited_by) ?? { id: row.invited_by, name: '' },
        createdAt: row.created_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
        mailed: row.mailed,
      }),
    )
  })
}

/** Makes an invitation's link worthless. */
export function withdrawInvitation(kernel: Kernel, actor: Actor, id: string) {
  return change(kernel, actor, async ({ db, record }) => {
    const row = await db
      .updateTable('organisation_invitations')
      .set({ withdrawn_at: kernel.clock.now() })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .returning(['name', 'email'])
      .executeTakeFirst()
    if (row === undefined) throw new Refusal('record.not-found')
    record({
      verb: 'invitation.withdrawn',
      subject: { type: 'invitation', id, title: row.name },
      before: { email: row.email },
    })
    return { id }
  })
}
