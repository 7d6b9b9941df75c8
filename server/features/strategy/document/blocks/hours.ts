import { sql } from 'kysely'
import { column, count, row, shareOf, table, text } from '../../domain/plan-content.ts'
import { plainDecimal } from '../../domain/plain-decimal.ts'
import { MOST_RECORDS, type LiveBlock } from './block.ts'

interface HoursRow {
  readonly id: string
  readonly name: string
  readonly tasks: number
  readonly planned: string
  readonly actual: string
}

/** Hours that the tasks of each person are planned for, and that they took. */
export const hours: LiveBlock = {
  room: 'hours',
  section: 'resources',
  read: async ({ db, organisationId }) => {
    const { rows } = await sql<HoursRow>`
      select o.id, o.name, count(*)::int as tasks, sum(t.hours_planned)::text as planned, sum(t.hours_actual)::text as actual
      from strategy_tasks t join organisation_people o on o.organisation_id = t.organisation_id and o.id = t.owner_id
      where t.organisation_id = ${organisationId} and t.removed_at is null and t.state <> 'dropped'
      group by o.id, o.name having sum(t.hours_planned) + sum(t.hours_actual) > 0 order by o.name, o.id limit ${MOST_RECORDS}`.execute(
      db,
    )
    const most = Math.max(...rows.map(({ planned }) => Number(planned)), ...rows.map(({ actual }) => Number(actual)))
    return table(
      rows.map((one) =>
        row(
          one.id,
          [text(one.name), count(one.tasks), count(plainDecimal(one.planned)), count(plainDecimal(one.actual))],
          {
            share: shareOf(Number(one.actual), most),
            mark: shareOf(Number(one.planned), most),
            tone: 'plain',
            label: count(plainDecimal(one.actual)),
          },
        ),
      ),
      {
        title: 'hours',
        columns: [
          column('person'),
          column('tasks', 'end'),
          column('hours-planned', 'end'),
          column('hours-actual', 'end'),
        ],
        chart: 'worked',
      },
    )
  },
}
