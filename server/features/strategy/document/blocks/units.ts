import { sql } from 'kysely'
import { column, count, row, table, text, word } from '../../domain/plan-content.ts'
import { MOST_RECORDS, type LiveBlock } from './block.ts'

interface UnitRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly filled: number
  readonly vacant: number
}

/** Units that have positions: how many are filled, how many are vacant. */
export const units: LiveBlock = {
  room: 'units',
  section: 'resources',
  read: async ({ db, organisationId }) => {
    const { rows } = await sql<UnitRow>`
      select u.id, u.name, u.kind, count(p.id) filter (where p.person_id is not null)::int as filled,
        count(p.id) filter (where p.person_id is null)::int as vacant
      from organisation_units u
      join organisation_positions p on p.organisation_id = u.organisation_id and p.unit_id = u.id and p.closed_at is null
      where u.organisation_id = ${organisationId} and u.closed_at is null
      group by u.id, u.name, u.kind, u.parent_id order by (u.parent_id is not null), u.name limit ${MOST_RECORDS}`.execute(
      db,
    )
    return table(
      rows.map((one) =>
        row(one.id, [text(one.name), word(`units:kind.${one.kind}`), count(one.filled), count(one.vacant)]),
      ),
      {
        title: 'units',
        columns: [column('unit'), column('kind'), column('filled', 'end'), column('vacant', 'end')],
      },
    )
  },
}
