import type { Role } from '#contract/actions.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Bringing, OpenInvitation } from './bringing.ts'

/** Invitations that can still be accepted, by e-mail address. */
export async function openInvitations(db: Db, organisationId: string, now: Date): Promise<Map<string, OpenInvitation>> {
  const rows = await db
    .selectFrom('organisation_invitations')
    .select(['id', 'email', 'name', 'role', 'position_ids', 'languages'])
    .where('organisation_id', '=', organisationId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('id')
    .execute()
  return new Map(
    rows.map((row) => [
      row.email.toLowerCase(),
      { id: row.id, name: row.name, role: row.role as Role, positionIds: row.position_ids, languages: row.languages },
    ]),
  )
}

/** The vacant positions that somebody who was invited will take up. */
export function reservedPlaces({ invitations }: Pick<Bringing, 'invitations'>): ReadonlySet<string> {
  return new Set([...invitations.values()].flatMap((invitation) => invitation.positionIds))
}

/** Lets an open invitation give a position; false where it does already. */
export async function givePlace(
  { work, organisationId, invitations }: Bringing,
  email: string,
  positionId: string,
): Promise<boolean> {
  const invitation = invitations.get(email)
  if (invitation === undefined || invitation.positionIds.includes(positionId)) return false
  invitation.positionIds = [...invitation.positionIds, positionId]
  await work.db
    .updateTable('organisation_invitations')
    .set({ position_ids: [...invitation.positionIds] })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', invitation.id)
    .execute()
  return true
}

/** Notes the languages of somebody who was invited; false where they are noted already. */
export async function giveLanguages(
  { work, organisationId, invitations }: Bringing,
  email: string,
  languages: readonly string[],
): Promise<boolean> {
  const invitation = invitations.get(email)
  if (
    invitation === undefined ||
    languages.length === 0 ||
    JSON.stringify(invitation.languages) === JSON.stringify(languages)
  )
    return false
  invitation.languages = languages
  await work.db
    .updateTable('organisation_invitations')
    .set({ languages: [...languages] })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', invitation.id)
    .execute()
  return true
}
