import { column, count, days, row, table, text, word } from '../../domain/plan-content.ts'
import { MOST_RECORDS, type LiveBlock } from './block.ts'

const ORDER = ['financial', 'customer', 'internal-process', 'learning-and-growth']

/** Business objectives, by perspective, with how many goals serve each. */
export const objectives: LiveBlock = {
  room: 'objectives',
  section: 'goals',
  read: async ({ db, organisationId }) => {
    const rows = await db
      .selectFrom('strategy_objectives as o')
      .leftJoin('organisation_people as p', (join) =>
        join.onRef('p.organisation_id', '=', 'o.organisation_id').onRef('p.id', '=', 'o.owner_id'),
      )
      .select(['o.id', 'o.title', 'o.perspective', 'o.starts_on', 'o.ends_on', 'p.name as owner_name'])
      .select((eb) =>
        eb
          .selectFrom('strategy_goal_objectives as served')
          .innerJoin('strategy_goals as g', (join) =>
            join.onRef('g.organisation_id', '=', 'served.organisation_id').onRef('g.id', '=', 'served.goal_id'),
          )
          .select((inner) => inner.fn.countAll<number>().as('goals'))
          .whereRef('served.organisation_id', '=', 'o.organisation_id')
          .whereRef('served.objective_id', '=', 'o.id')
          .where('g.removed_at', 'is', null)
          .as('goals'),
      )
      .where('o.organisation_id', '=', organisationId)
      .where('o.removed_at', 'is', null)
      .orderBy('o.id')
      .limit(MOST_RECORDS)
      .execute()
    const sorted = rows.toSorted((one, other) => ORDER.indexOf(one.perspective) - ORDER.indexOf(other.perspective))
    return table(
      sorted.map((one) =>
        row(one.id, [
          text(one.title),
          word(`strategy:perspective.${one.perspective}`),
          days(one.starts_on, one.ends_on),
          text(one.owner_name),
          count(one.goals ?? 0),
        ]),
      ),
      {
        title: 'objectives',
        columns: [
          column('objective'),
          column('perspective'),
          column('period'),
          column('owner'),
          column('goals', 'end'),
        ],
      },
    )
  },
}
