import { sql, type Insertable } from 'kysely'
import type { Language } from '#contract/kinds.ts'
import type { Db, Tables } from '#server/kernel/database/database.ts'
import type { PolicyText } from '../domain/policy-text.ts'

/** Inserts an acceptance; false where this person had accepted this version already. */
export async function insertAcceptance(
  db: Db,
  row: Insertable<Tables['governance_policy_acceptances']>,
): Promise<boolean> {
  const inserted = await db
    .insertInto('governance_policy_acceptances')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst()
  return inserted !== undefined
}

export interface PersonWithAcceptances {
  readonly id: string
  readonly name: string
  readonly policies: readonly {
    readonly id: string
    readonly title: PolicyText['title']
    readonly current: number
    readonly number: number | null
    readonly language: Language | null
    readonly accepted_at: string | null
  }[]
}

/** People who are active with the published policies and the last version of each that they accepted; one more than the limit. */
export async function selectPeopleWithAcceptances(
  db: Db,
  organisationId: string,
  page: { readonly policyId: string | undefined; readonly after: string | null; readonly limit: number },
): Promise<readonly PersonWithAcceptances[]> {
  const { rows } = await sql<PersonWithAcceptances>`
    select o.id, o.name, (
      select coalesce(json_agg(json_build_object('id', p.id, 'title', v.content->'title', 'current', p.current, 'number', a.number, 'language', a.language, 'accepted_at', a.accepted_at) order by p.id), '[]')
      from governance_policies p
      join governance_policy_versions v on v.organisation_id = p.organisation_id and v.policy_id = p.id and v.number = p.current
      left join lateral (
        select number, language, accepted_at from governance_policy_acceptances
        where organisation_id = p.organisation_id and policy_id = p.id and person_id = o.id order by number desc limit 1
      ) a on true
      where p.organisation_id = ${organisationId} and p.removed_at is null and (${page.policyId ?? null}::uuid is null or p.id = ${page.policyId ?? null}::uuid)
    ) as policies
    from organisation_people o
    where o.organisation_id = ${organisationId} and o.active and (${page.after}::uuid is null or o.id < ${page.after}::uuid)
    order by o.id desc limit ${page.limit + 1}`.execute(db)
  return rows
}

/** People who are active and have not accepted this version, each with their language. */
export function selectMissing(
  db: Db,
  organisationId: string,
  policy: { readonly id: string; readonly number: number },
) {
  return db
    .selectFrom('organisation_people as o')
    .select(['o.id', 'o.language'])
    .where('o.organisation_id', '=', organisationId)
    .where('o.active', '=', true)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('governance_policy_acceptances as a')
            .select('a.number')
            .whereRef('a.organisation_id', '=', 'o.organisation_id')
            .whereRef('a.person_id', '=', 'o.id')
            .where('a.policy_id', '=', policy.id)
            .where('a.number', '=', policy.number),
        ),
      ),
    )
    .execute()
}

/** Whom a notice of this kind about this policy reached since then. */
export async function selectNotified(
  db: Db,
  organisationId: string,
  { policyId, kinds, since }: { readonly policyId: string; readonly kinds: readonly string[]; readonly since: Date },
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('organisation_notices')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('subject_id', '=', policyId)
    .where('kind', 'in', kinds)
    .where('created_at', '>', since)
    .execute()
  return new Set(rows.map((row) => row.person_id))
}
