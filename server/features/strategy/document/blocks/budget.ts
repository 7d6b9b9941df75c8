import { BUDGET_CATEGORIES } from '#contract/budget-records.ts'
import { readCharges } from '../../budget/read-charges.ts'
import { column, money, row, shareOf, table, word } from '../../domain/plan-content.ts'
import { decimalOf } from '../../domain/formula/rational.ts'
import { sumOf } from '../../domain/money/charges.ts'
import type { LiveBlock } from './block.ts'

/**
 * The running year by what money is spent on, in the organisation's currency. Hours are counted as somebody sees them who may
 * not see what a single person costs: a plan is read by many.
 */
export const budget: LiveBlock = {
  room: 'budget',
  section: 'budget',
  budget: true,
  read: async ({ db, organisationId, currency, today }) => {
    const year = today.slice(0, 4)
    const { charges } = await readCharges(db, {
      organisationId,
      currency,
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      today,
      sight: 'whole-parts',
    })
    const groups = BUDGET_CATEGORIES.flatMap((category) => {
      const own = charges.filter((charge) => charge.category === category)
      return own.length === 0 ? [] : [{ category, sums: sumOf(own) }]
    })
    const most = Math.max(...groups.flatMap(({ sums }) => [Number(sums.planned), Number(sums.actual)]))
    const amount = (units: bigint) => money(decimalOf(units), currency)
    return table(
      groups.map(({ category, sums }) =>
        row(
          category,
          [
            word(`budget:category.${category}`),
            amount(sums.planned),
            amount(sums.committed),
            amount(sums.actual),
            amount(sums.left),
          ],
          {
            share: shareOf(Number(sums.actual), most),
            mark: shareOf(Number(sums.planned), most),
            tone: sums.planned > 0n && sums.actual > sums.planned ? 'bad' : 'plain',
            label: amount(sums.actual),
          },
        ),
      ),
      {
        title: 'budget',
        columns: [
          column('category'),
          column('planned-money', 'end'),
          column('committed', 'end'),
          column('actual', 'end'),
          column('left', 'end'),
        ],
        chart: 'spent',
      },
    )
  },
}
