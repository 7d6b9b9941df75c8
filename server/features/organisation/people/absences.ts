import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { readIdCursor } from '#server/kernel/http/id-cursor.ts'
import { pageOf } from '#server/kernel/http/page.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { may } from '../domain/may.ts'
import { checkPerson } from '../check-person.ts'
import type { Input } from '../input.ts'
import { reportsOf } from '../lines/superiors-of.ts'
import { notify } from '../notices.ts'
import { findPeople } from '../store.ts'
import { todayOfOrganisation } from '../today.ts'
import { selectAbsence, selectAbsences } from './absences-store.ts'
import { demandResponsibility, isResponsible } from './sight.ts'

/** Absences of now and later that one may see: one's own, of those below on the administrative line; all for whoever may change people. */
export function listAbsences(kernel: Kernel, actor: Actor, request: Input<'absences', 'list'>) {
  const after = readIdCursor(request)
  const { organisationId } = actor
  const own = actor.personId ?? organisationId
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const everybody = may(actor, 'people.change').allowed
    const seen = everybody
      ? null
      : [own, ...(await reportsOf(db, organisationId, own, 'administrative')).map((report) => report.personId)]
    const asked = request.personId
    const personIds = asked === undefined ? seen : seen === null || seen.includes(asked) ? [asked] : []
    const rows = await selectAbsences(db, organisationId, {
      personIds,
      today: await todayOfOrganisation(db, organisationId, kernel.clock.now()),
      after,
      limit: request.limit + 1,
    })
    return pageOf(
      rows,
      request,
      (row) => [row.id],
      (row) => row,
    )
  })
}

/** Says when somebody is away. Whoever stands in is told. The event keeps no dates: everybody may read events. */
export function createAbsence(kernel: Kernel, actor: Actor, input: Input<'absences', 'create'>) {
  const { organisationId } = actor
  const personId = input.personId ?? actor.personId ?? organisationId
  if (input.untilOn < input.fromOn) throw new Refusal('time.order', {}, [{ path: 'untilOn', code: 'time.order' }])
  if (input.delegateId === personId)
    throw new Refusal('absence.own-delegate', {}, [{ path: 'delegateId', code: 'absence.own-delegate' }])
  const id = kernel.clock.newId()
  return change(kernel, actor, async ({ db, record }) => {
    await checkPerson(db, organisationId, 'personId', personId)
    await demandResponsibility(db, actor, personId)
    await checkPerson(db, organisationId, 'delegateId', input.delegateId)
    await db
      .insertInto('organisation_absences')
      .values({
        organisation_id: organisationId,
        id,
        person_id: personId,
        from_on: input.fromOn,
        until_on: input.untilOn,
        delegate_id: input.delegateId ?? null,
        created_at: kernel.clock.now(),
      })
      .execute()
    const name = (await findPeople(db, organisationId, [personId])).get(personId)?.name ?? ''
    record({ verb: 'person.absence-set', subject: { type: 'person', id: personId, title: name } })
    if (input.delegateId != null)
      await notify(db, kernel.clock, organisationId, [
        {
          personId: input.delegateId,
          kind: 'absence.delegated',
          params: { person: name, from: input.fromOn, until: input.untilOn },
          subject: { type: 'person', id: personId },
        },
      ])
    const absence = await selectAbsence(db, organisationId, id)
    if (absence === null) throw new Refusal('record.not-found')
    return absence
  })
}

/** Takes an absence back. Whose it is not, and who is not responsible, is told that there is none. */
export function removeAbsence(kernel: Kernel, actor: Actor, id: string) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const absence = await selectAbsence(db, organisationId, id)
    if (absence === null || !(await isResponsible(db, actor, absence.person.id))) throw new Refusal('record.not-found')
    await db
      .deleteFrom('organisation_absences')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute()
    record({
      verb: 'person.absence-removed',
      subject: { type: 'person', id: absence.person.id, title: absence.person.name },
    })
    return { id }
  })
}
