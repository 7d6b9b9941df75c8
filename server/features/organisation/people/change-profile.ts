import { sql } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import { changedFields } from '#server/kernel/events/changed-fields.ts'
import { expectVersion, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { lockPerson } from '../store.ts'
import { expertiseOf, loadProfile } from './read-profile.ts'
import { demandResponsibility } from './sight.ts'

type Changes = Input<'profiles', 'change'>

/** Changes languages, hours and expertise. The event names languages and topics; of hours only that they changed, since they are personal. */
export function changeProfile(kernel: Kernel, actor: Actor, context: RequestContext, input: Changes) {
  const { organisationId } = actor
  const { id } = input
  return change(kernel, actor, async ({ db, record }) => {
    const person = await lockPerson(db, organisationId, id)
    await demandResponsibility(db, actor, id)
    expectVersion(context, person.version)
    const known = await expertiseOf(db, organisationId, id)
    const languages = input.languages === undefined ? person.languages : [...new Set(input.languages)]
    const expertise = input.expertise === undefined ? known : oneEach(input.expertise)
    const hours = input.workingHours === undefined ? person.working_hours : input.workingHours
    const hoursChanged = JSON.stringify(sorted(hours)) !== JSON.stringify(sorted(person.working_hours))
    const changed = changedFields(
      { languages: person.languages, expertise: known, ...(hoursChanged ? { workingHours: false } : {}) },
      { languages, expertise, ...(hoursChanged ? { workingHours: true } : {}) },
    )
    if (changed === null) return loadProfile(db, actor, id, kernel.clock.now())
    await db
      .updateTable('organisation_people')
      .set({
        languages,
        working_hours: hours === null ? null : JSON.stringify(hours),
        version: sql`version + 1`,
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute()
    if (input.expertise !== undefined) await replaceExpertise(db, organisationId, id, expertise)
    record({
      verb: 'person.profile-changed',
      subject: { type: 'person', id, title: person.name },
      before: without(changed.before, 'workingHours'),
      after: changed.after,
    })
    return loadProfile(db, actor, id, kernel.clock.now())
  })
}

type Topic = Awaited<ReturnType<typeof expertiseOf>>[number]

/** A topic named twice, however it is written, is refused. */
function oneEach(wish: NonNullable<Changes['expertise']>): Topic[] {
  const seen = new Set<string>()
  return wish.map(({ topic, level, note }, place) => {
    const folded = topic.toLocaleLowerCase('en')
    const path = `expertise.${place}.topic`
    if (seen.has(folded)) throw new Refusal('request.invalid', {}, [{ path, code: 'record.exists' }])
    seen.add(folded)
    return { topic, level, note: note ?? '' }
  })
}

async function replaceExpertise(db: Db, organisationId: string, personId: string, topics: readonly Topic[]) {
  await db
    .deleteFrom('organisation_expertise')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .execute()
  if (topics.length === 0) return
  await db
    .insertInto('organisation_expertise')
    .values(
      topics.map(({ topic, level, note }) => ({
        organisation_id: organisationId,
        person_id: personId,
        topic,
        level,
        note: note === '' ? null : note,
      })),
    )
    .execute()
}

function without(facts: Readonly<Record<string, unknown>>, name: string) {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => key !== name))
}

/** The database answers with fields in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
