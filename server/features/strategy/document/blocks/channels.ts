import { sql } from 'kysely'
import { column, row, table, text, word } from '../../domain/plan-content.ts'
import { MOST_RECORDS, type LiveBlock } from './block.ts'

/** The channels that are connected, and whose they are. */
export const channels: LiveBlock = {
  room: 'channels',
  section: 'channels',
  read: async ({ db, organisationId }) => {
    const rows = await db
      .selectFrom('publishing_channels as c')
      .leftJoin('organisation_units as u', (join) =>
        join.onRef('u.organisation_id', '=', 'c.organisation_id').onRef('u.id', '=', 'c.unit_id'),
      )
      .select(['c.id', 'c.name', 'c.handle', 'c.state', 'u.name as unit_name'])
      .select(sql<string>`coalesce(c.description->>'name', c.platform)`.as('platform'))
      .where('c.organisation_id', '=', organisationId)
      .where('c.state', '<>', 'disconnected')
      .orderBy('c.id')
      .limit(MOST_RECORDS)
      .execute()
    return table(
      rows.map((one) =>
        row(one.id, [
          text(one.name),
          text(one.platform),
          text(one.handle),
          text(one.unit_name),
          word(`publishing:channel.state.${one.state}`),
        ]),
      ),
      {
        title: 'channels',
        columns: [column('channel'), column('platform'), column('account'), column('unit'), column('state')],
      },
    )
  },
}
