import { sql } from 'kysely'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Input } from '../input.ts'
import { notify } from '../notices.ts'
import { lockPerson } from '../store.ts'
import { checkPerson } from '../check-person.ts'

/** Takes somebody into the core team or out of it. A team that is too small or too large is shown as a gap, not refused: people come and go one by one. */
export function setCore(kernel: Kernel, actor: Actor, { id, member }: Input<'team', 'setCore'>) {
  const { organisationId } = actor
  return change(kernel, actor, async ({ db, record }) => {
    const person = await lockPerson(db, organisationId, id)
    if (member) await checkPerson(db, organisationId, 'id', id)
    if (person.core_team !== member) {
      await db
        .updateTable('organisation_people')
        .set({ core_team: member, version: sql`version + 1` })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute()
      record({
        verb: 'person.core-team-changed',
        subject: { type: 'person', id, title: person.name },
        before: { coreTeam: person.core_team },
        after: { coreTeam: member },
      })
      if (member && actor.personId !== id)
        await notify(db, kernel.clock, organisationId, [
          { personId: id, kind: 'team.joined', subject: { type: 'person', id } },
        ])
    }
    const { count } = await db
      .selectFrom('organisation_people')
      .select((the) => the.fn.countAll<number>().as('count'))
      .where('organisation_id', '=', organisationId)
      .where('core_team', '=', true)
      .where('active', '=', true)
      .executeTakeFirstOrThrow()
    return { id, member, size: count }
  })
}
