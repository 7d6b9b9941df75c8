import { sql } from 'kysely'
import { column, count, day, NONE, row, table, text, word } from '../../domain/plan-content.ts'
import { MOST_RECORDS, type LiveBlock } from './block.ts'

interface AccountRow {
  readonly id: string
  readonly platform: string
  readonly handle: string
  readonly competitor: string | null
  readonly state: string
  readonly holder: string | null
  readonly followers: string | null
  readonly last_post_on: string | null
}

/** The accounts in the organisation's name and those of competitors, each with what was read of it last. */
export const accounts: LiveBlock = {
  room: 'accounts',
  section: 'audit',
  read: async ({ db, organisationId }) => {
    const { rows } = await sql<AccountRow>`
      select a.id, a.platform, a.handle, k.name as competitor, a.state, coalesce(h.name, nullif(a.holder_words, '')) as holder,
        r.followers::text as followers, (r.last_post_at at time zone o.time_zone)::date::text as last_post_on
      from strategy_accounts a join organisations o on o.organisation_id = a.organisation_id
      left join strategy_competitors k on k.organisation_id = a.organisation_id and k.id = a.competitor_id
      left join organisation_people h on h.organisation_id = a.organisation_id and h.id = a.holder_id
      left join lateral (select n.followers, n.last_post_at from strategy_account_readings n
        where n.organisation_id = a.organisation_id and n.account_id = a.id order by n.at desc, n.id desc limit 1) r on true
      where a.organisation_id = ${organisationId} and a.removed_at is null and k.removed_at is null
      order by (k.id is not null), k.name, a.platform, a.handle limit ${MOST_RECORDS}`.execute(db)
    return table(
      rows.map((one) =>
        row(one.id, [
          text(one.handle),
          word(`accounts:platform.${one.platform}`),
          one.competitor === null
            ? word(`accounts:state.${one.state}`)
            : word('document:value.competitor', { name: one.competitor }),
          text(one.holder),
          one.followers === null ? NONE : count(one.followers),
          day(one.last_post_on),
        ]),
      ),
      {
        title: 'accounts',
        columns: [
          column('account'),
          column('platform'),
          column('state'),
          column('holder'),
          column('followers', 'end'),
          column('last-post'),
        ],
      },
    )
  },
}
