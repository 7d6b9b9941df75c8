import type { Role } from '#contract/actions.ts'
import { Refusal, unknownReference } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change, type Change } from '#server/kernel/events/change.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf, type PageRequest } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { holdsAll } from './change-person.ts'
import type { TopInput as Input } from './input.ts'
import { invitationMail } from './invitation-mail.ts'
import { demand } from './model/demand.ts'
import { createPositionWithin } from './positions/create-position.ts'
import { positions, showHeld, showPosition } from './positions/store.ts'
import { newSecret } from './secret-token.ts'
import { findPeople, readOrganisation } from './store.ts'
import { lockStructure } from './units/store.ts'

const LASTS_MS = 7 * 24 * 3_600_000

/** Invites a person by a link that holds for a week and can be used once; sends it by mail where mail is set up. */
export async function invite(kernel: Kernel, actor: Actor, input: Input<'invite'>) {
  const { email, name, role } = input
  const made = await change(kernel, actor, async (work) => {
    const positionIds = await placesFor(work, kernel, actor, input)
    const invitation = await inviteWithin(work, kernel, actor, { email, name, role, positionIds })
    const organisation = await readOrganisation(work.db, actor.organisationId)
    return {
      ...invitation,
      organisation: organisation.name,
      places: await readPlaces(work.db, actor.organisationId, positionIds),
    }
  })
  const mailed = await mailInvitation(kernel, { actor, input, ...made })
  return {
    id: made.id,
    email,
    name,
    role,
    invitedBy: { id: actor.personId ?? actor.organisationId, name: actor.name },
    createdAt: made.createdAt.toISOString(),
    expiresAt: made.expiresAt.toISOString(),
    mailed,
    positions: made.places.map(showHeld),
    link: made.link,
  }
}

export interface NewInvitation {
  readonly email: string
  readonly name: string
  readonly role: Role
  /** What the person takes up on joining. */
  readonly positionIds: readonly string[]
}

/** Stores an invitation inside a change that is under way. Nobody can invite into a role that may more than their own. */
export async function inviteWithin(
  { db, record }: Change,
  kernel: Kernel,
  actor: Actor,
  { positionIds, ...input }: NewInvitation,
): Promise<{ id: string; link: string; createdAt: Date; expiresAt: Date }> {
  if (!holdsAll(actor.role, input.role))
    throw new Refusal('right.missing', { action: 'people.change', roles: 'administrator' })
  const member = await db
    .selectFrom('organisation_people')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('email', '=', input.email)
    .executeTakeFirst()
  if (member !== undefined) throw new Refusal('record.exists', {}, [{ path: 'email', code: 'record.exists' }])
  const { secret, hash } = newSecret('')
  const id = kernel.clock.newId()
  const createdAt = kernel.clock.now()
  const expiresAt = new Date(createdAt.getTime() + LASTS_MS)
  await db
    .insertInto('organisation_invitations')
    .values({
      organisation_id: actor.organisationId,
      id,
      ...input,
      position_ids: [...positionIds],
      token_hash: hash,
      invited_by: actor.personId ?? actor.organisationId,
      created_at: createdAt,
      expires_at: expiresAt,
    })
    .execute()
  record({
    verb: 'invitation.sent',
    subject: { type: 'invitation', id, title: input.name },
    after: { email: input.email, role: input.role, positionIds },
  })
  return { id, link: `${kernel.config.publicUrl}/invitations/${secret}`, createdAt, expiresAt }
}

/** The position that an invitation names, or a new one for it. Both need the right to change the structure. */
async function placesFor(
  work: Change,
  kernel: Kernel,
  actor: Actor,
  { positionId, newPosition }: Input<'invite'>,
): Promise<string[]> {
  if (positionId === undefined && newPosition === undefined) return []
  demand(actor, 'structure.change', {})
  await lockStructure(work.db, actor.organisationId)
  const ids: string[] = []
  if (positionId !== undefined) {
    const [place] = await readPlaces(work.db, actor.organisationId, [positionId])
    if (place === undefined) throw unknownReference('positionId')
    if (place.person !== null)
      throw new Refusal('position.filled', { position: place.title, person: place.person.name }, [
        { path: 'positionId', code: 'position.filled', params: { position: place.title, person: place.person.name } },
      ])
    ids.push(positionId)
  }
  if (newPosition !== undefined)
    ids.push((await createPositionWithin(work, kernel.clock, actor.organisationId, newPosition)).id)
  return ids
}

async function readPlaces(db: Db, organisationId: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await positions(db, organisationId)
    .where('p.id', 'in', [...ids])
    .where('p.closed_at', 'is', null)
    .execute()
  return rows.map(showPosition)
}

interface Letter {
  readonly id: string
  readonly actor: Actor
  readonly input: { readonly email: string; readonly name: string }
  readonly link: string
  readonly organisation: string
  readonly expiresAt: Date
}

/** Mail is a convenience: where it fails the link is still there to be handed over. Says whether it went out. */
export async function mailInvitation(kernel: Kernel, letter: Letter): Promise<boolean> {
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
  } catch (error) {
    kernel.log.warn({ err: error }, 'an invitation could not be mailed')
    return false
  }
  const { organisationId } = letter.actor
  await kernel.database.inOrganisation(organisationId, (db) =>
    db
      .updateTable('organisation_invitations')
      .set({ mailed: true })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', letter.id)
      .execute(),
  )
  return true
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
    const places = await readPlaces(
      db,
      actor.organisationId,
      rows.flatMap((row) => row.position_ids),
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
        positions: places.filter((place) => row.position_ids.includes(place.id)).map(showHeld),
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
