import { sql } from 'kysely'
import { column, count, days, list, row, shareOf, table, text, word } from '../../domain/plan-content.ts'
import { selectPlans } from '../../plans/store.ts'
import { MOST_RECORDS, type LiveBlock } from './block.ts'

/** Tactical plans with the goals they serve and how much of their tasks is done. */
export const plans: LiveBlock = {
  room: 'plans',
  section: 'tactics',
  read: async ({ db, organisationId, today }) => {
    const where = sql`p.level = 'tactical' and p.removed_at is null`
    const rows = await selectPlans(db, organisationId, { where, today, limit: MOST_RECORDS })
    return table(
      rows
        .toReversed()
        .map((plan) =>
          row(
            plan.id,
            [
              text(plan.title),
              list(plan.goals.map(({ title }) => text(title))),
              text(plan.owner_name),
              days(plan.starts_on, plan.ends_on),
              word(`plans:plan.state.${plan.state}`),
              count(plan.tasks.total),
              count(plan.tasks.done),
            ],
            plan.tasks.total === 0
              ? null
              : { share: shareOf(plan.tasks.done, plan.tasks.total), mark: null, tone: 'plain', label: null },
          ),
        ),
      {
        title: 'plans',
        columns: [
          column('plan'),
          column('serves'),
          column('owner'),
          column('period'),
          column('state'),
          column('tasks', 'end'),
          column('done', 'end'),
        ],
        chart: 'tasks',
      },
    )
  },
}
