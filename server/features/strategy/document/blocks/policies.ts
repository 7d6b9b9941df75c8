import { sql } from 'kysely'
import { both, column, count, row, shareOf, table } from '../../domain/plan-content.ts'
import { MOST_RECORDS, type LiveBlock } from './block.ts'

interface PolicyRow {
  readonly id: string
  readonly title: { readonly en: string | null; readonly tr: string | null }
  readonly number: number
  readonly accepted: number
  readonly people: number
}

/** Policies in force, and how many people have accepted the version that is. */
export const policies: LiveBlock = {
  room: 'policies',
  section: 'policies',
  read: async ({ db, organisationId }) => {
    const { rows } = await sql<PolicyRow>`
      select p.id, v.content->'title' as title, p.current as number,
        (select count(*)::int from governance_policy_acceptances a join organisation_people o on o.organisation_id = a.organisation_id and o.id = a.person_id
          where a.organisation_id = ${organisationId} and a.policy_id = p.id and a.number = p.current and o.active) as accepted,
        (select count(*)::int from organisation_people o where o.organisation_id = ${organisationId} and o.active) as people
      from governance_policies p
      join governance_policy_versions v on v.organisation_id = p.organisation_id and v.policy_id = p.id and v.number = p.current
      where p.organisation_id = ${organisationId} and p.removed_at is null order by p.id limit ${MOST_RECORDS}`.execute(
      db,
    )
    return table(
      rows.map(({ id, title, number, accepted, people }) =>
        row(id, [both(title.en ?? '', title.tr ?? ''), count(number), count(accepted), count(people)], {
          share: shareOf(accepted, people),
          mark: null,
          tone: 'plain',
          label: null,
        }),
      ),
      {
        title: 'policies',
        columns: [column('policy'), column('version', 'end'), column('accepted', 'end'), column('people', 'end')],
        chart: 'accepted',
      },
    )
  },
}
