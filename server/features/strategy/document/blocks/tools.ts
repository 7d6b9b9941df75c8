import { column, days, money, NONE, row, table, text, word } from '../../domain/plan-content.ts'
import { plainDecimal } from '../../domain/plain-decimal.ts'
import { MOST_RECORDS, type LiveBlock } from './block.ts'

/** Subscriptions that run or are still to begin, with what each cycle costs. */
export const tools: LiveBlock = {
  room: 'tools',
  section: 'tools',
  budget: true,
  read: async ({ db, organisationId, today }) => {
    const rows = await db
      .selectFrom('strategy_tools')
      .select(['id', 'name', 'note', 'price', 'currency', 'cycle', 'starts_on', 'ends_on'])
      .where('organisation_id', '=', organisationId)
      .where('removed_at', 'is', null)
      .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', today)]))
      .orderBy('name')
      .orderBy('id')
      .limit(MOST_RECORDS)
      .execute()
    return table(
      rows.map((one) =>
        row(one.id, [
          text(one.name),
          text(one.note),
          money(plainDecimal(one.price), one.currency),
          word(`budget:cycle.${one.cycle}`),
          one.ends_on === null ? NONE : days(one.starts_on, one.ends_on),
        ]),
      ),
      {
        title: 'tools',
        columns: [column('tool'), column('use'), column('price', 'end'), column('cycle'), column('period')],
      },
    )
  },
}
