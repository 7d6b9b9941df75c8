import { sql } from 'kysely'
import { column, money, NONE, row, shareOf, table, text, word } from '../../domain/plan-content.ts'
import { plainDecimal } from '../../domain/plain-decimal.ts'
import { selectPlans } from '../../plans/store.ts'
import { MOST_RECORDS, type LiveBlock } from './block.ts'

/** What tactical plans ask for and what was granted. */
export const asked: LiveBlock = {
  room: 'asked',
  section: 'budget',
  budget: true,
  read: async ({ db, organisationId, today }) => {
    const where = sql`p.level = 'tactical' and p.removed_at is null and p.asked_budget is not null`
    const rows = await selectPlans(db, organisationId, { where, today, limit: MOST_RECORDS })
    const most = Math.max(
      ...rows.map((plan) => Number(plan.asked_budget)),
      ...rows.map((plan) => Number(plan.granted_budget)),
    )
    const amount = (value: string | null, currency: string) =>
      value === null ? NONE : money(plainDecimal(value), currency)
    return table(
      rows.toReversed().map((plan) =>
        row(
          plan.id,
          [
            text(plan.title),
            word(`plans:plan.state.${plan.state}`),
            amount(plan.asked_budget, plan.currency),
            amount(plan.granted_budget, plan.currency),
          ],
          {
            share: shareOf(Number(plan.granted_budget), most),
            mark: shareOf(Number(plan.asked_budget), most),
            tone: 'plain',
            label: amount(plan.granted_budget, plan.currency),
          },
        ),
      ),
      {
        title: 'asked',
        columns: [column('plan'), column('state'), column('asked', 'end'), column('granted', 'end')],
        chart: 'granted',
      },
    )
  },
}
