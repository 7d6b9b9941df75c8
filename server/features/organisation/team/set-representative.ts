import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { notify, type NewNotice } from '../notices.ts'
import { lockStructure, readUnit } from '../units/store.ts'
import { checkPerson } from '../check-person.ts'
import { showRepresentation } from './read-team.ts'

/** Names who represents a unit and who stands in. Both are told. */
export function setRepresentative(kernel: Kernel, actor: Actor, input: Input<'team', 'setRepresentative'>) {
  const { organisationId } = actor
  const { id, personId } = input
  const deputyId = personId === null ? null : (input.deputyId ?? null)
  if (personId !== null && personId === deputyId)
    throw new Refusal('representative.own-deputy', {}, [{ path: 'deputyId', code: 'representative.own-deputy' }])
  return change(kernel, actor, async ({ db, record }) => {
    await lockStructure(db, organisationId)
    const before = await readUnit(db, organisationId, id)
    if (before.closedAt !== null) throw new Refusal('unit.closed', { unit: before.name })
    await checkPerson(db, organisationId, 'personId', personId)
    await checkPerson(db, organisationId, 'deputyId', deputyId)
    const was = {
      personId: before.representative?.person.id ?? null,
      deputyId: before.representative?.deputy?.id ?? null,
    }
    const since = kernel.clock.now()
    if (was.personId !== personId || was.deputyId !== deputyId) {
      await write(db, organisationId, { id, personId, deputyId, since })
      record({
        verb: 'unit.representative-set',
        subject: { type: 'unit', id, title: before.name },
        before: was,
        after: { personId, deputyId },
      })
      const told = (who: string | null, known: string | null, kind: NewNotice['kind']): NewNotice[] =>
        who === null || who === known || who === actor.personId
          ? []
          : [{ personId: who, kind, params: { unit: before.name }, subject: { type: 'unit', id } }]
      await notify(db, kernel.clock, organisationId, [
        ...told(personId, was.personId, 'representative.named'),
        ...told(deputyId, was.deputyId, 'representative.deputy-named'),
      ])
    }
    return showRepresentation(await readUnit(db, organisationId, id), personId === null ? null : since)
  })
}

interface Naming {
  readonly id: string
  readonly personId: string | null
  readonly deputyId: string | null
  readonly since: Date
}

async function write(db: Db, organisationId: string, { id, personId, deputyId, since }: Naming): Promise<void> {
  if (personId === null) {
    await db
      .deleteFrom('organisation_representatives')
      .where('organisation_id', '=', organisationId)
      .where('unit_id', '=', id)
      .execute()
    return
  }
  const columns = { person_id: personId, deputy_id: deputyId, since }
  await db
    .insertInto('organisation_representatives')
    .values({ organisation_id: organisationId, unit_id: id, ...columns })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'unit_id']).doUpdateSet(columns))
    .execute()
}
