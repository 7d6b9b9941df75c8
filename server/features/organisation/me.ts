import { z } from 'zod'
import { LEVEL_OF_ROLE, type Role } from '#contract/actions.ts'
import type { Language } from '#contract/kinds.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields } from '#server/kernel/events/changed-fields.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { actionsOf, heldActionsOf } from './domain/may.ts'
import { userOf } from './sessions.ts'
import { lockPerson, readOrganisation } from './store.ts'

const Tour = z
  .object({ done: z.array(z.string()) })
  .nullable()
  .catch(null)

/** Who asks, where they belong and what they may do: all that the screen needs to begin. */
export async function readMe(kernel: Kernel, actor: Actor) {
  const userId = await userOf(kernel, actor)
  const organisations = await myOrganisations(kernel, userId)
  return kernel.database.inOrganisation(actor.organisationId, async (db) => {
    const organisation = await readOrganisation(db, actor.organisationId)
    const person = await db
      .selectFrom('organisation_people as p')
      .innerJoin('identity.user as u', 'u.id', 'p.user_id')
      .selectAll('p')
      .select('u.twoFactorEnabled')
      .where('p.organisation_id', '=', actor.organisationId)
      .where('p.id', '=', actor.personId)
      .executeTakeFirstOrThrow()
    const role = person.role as Role
    return {
      person: { id: person.id, name: person.name, email: person.email },
      organisation: {
        id: organisation.organisation_id,
        name: organisation.name,
        slug: organisation.slug,
        timeZone: organisation.time_zone,
        language: organisation.language as Language,
        currency: organisation.currency,
        sample: organisation.sample,
      },
      organisations,
      role,
      level: LEVEL_OF_ROLE[role],
      actions: actionsOf(actor),
      held: heldActionsOf(actor),
      language: person.language as Language,
      timeZone: person.time_zone,
      twoFactor: person.twoFactorEnabled === true,
      tour: Tour.parse(person.tour),
    }
  })
}

async function myOrganisations(kernel: Kernel, userId: string) {
  const memberships = await kernel.database.lookUp(userId, (db) =>
    db
      .selectFrom('organisation_people')
      .select('organisation_id')
      .where('user_id', '=', userId)
      .where('active', '=', true)
      .orderBy('created_at')
      .execute(),
  )
  return Promise.all(
    memberships.map(({ organisation_id: id }) =>
      kernel.database.inOrganisation(id, async (db) => {
        const { name, sample } = await readOrganisation(db, id)
        return { id, name, sample }
      }),
    ),
  )
}

interface MyChanges {
  readonly name?: string | undefined
  readonly language?: Language | undefined
  readonly timeZone?: string | undefined
  readonly tour?: 'put-away' | 'again' | undefined
  readonly organisationId?: string | undefined
}

/** Changes one's own settings here, or moves the session to another of one's organisations. */
export async function changeMe(kernel: Kernel, actor: Actor, changes: MyChanges): Promise<Actor> {
  const personId = actor.personId
  if (personId === null) throw new Refusal('sign-in.needed')
  if (changes.organisationId !== undefined && changes.organisationId !== actor.organisationId)
    return switchOrganisation(kernel, actor, changes.organisationId)
  const language = changes.language ?? actor.language
  const timeZone = changes.timeZone ?? actor.timeZone
  return change(kernel, actor, async ({ db, record }) => {
    const person = await lockPerson(db, actor.organisationId, personId)
    const name = changes.name ?? person.name
    await db
      .updateTable('organisation_people')
      .set({
        name,
        language,
        time_zone: timeZone,
        ...(changes.tour === undefined ? {} : { tour: changes.tour === 'again' ? JSON.stringify({ done: [] }) : null }),
      })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', personId)
      .execute()
    const facts = changedFields(
      { name: person.name, language: person.language, timeZone: person.time_zone },
      { name, language, timeZone },
    )
    if (facts !== null)
      record({ verb: 'person.changed', subject: { type: 'person', id: personId, title: name }, ...facts })
    return { ...actor, language, timeZone }
  })
}

async function switchOrganisation(kernel: Kernel, actor: Actor, organisationId: string): Promise<Actor> {
  const userId = await userOf(kernel, actor)
  const target = await kernel.database.lookUp(userId, (db) =>
    db
      .selectFrom('organisation_people')
      .selectAll()
      .where('user_id', '=', userId)
      .where('organisation_id', '=', organisationId)
      .where('active', '=', true)
      .executeTakeFirst(),
  )
  if (target === undefined || actor.sessionId === null) throw new Refusal('record.not-found')
  await kernel.database.identity
    .updateTable('identity.session')
    .set({ organisationId })
    .where('id', '=', actor.sessionId)
    .execute()
  return {
    ...actor,
    organisationId,
    id: target.id,
    personId: target.id,
    role: target.role as Role,
    language: target.language as Language,
    timeZone: target.time_zone,
  }
}
