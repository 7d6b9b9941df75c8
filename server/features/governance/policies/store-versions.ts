import { sql, type Insertable } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'

interface PolicyId {
  readonly organisationId: string
  readonly id: string
}

function versions(db: Db, { organisationId, id }: PolicyId) {
  return db
    .selectFrom('governance_policy_versions as v')
    .leftJoin('organisation_people as publisher', (join) =>
      join.onRef('publisher.organisation_id', '=', 'v.organisation_id').onRef('publisher.id', '=', 'v.published_by'),
    )
    .select([
      'v.number',
      'v.content',
      'v.hashes',
      'v.note',
      'v.published_at',
      'v.published_by',
      'publisher.name as publisher_name',
    ])
    .where('v.organisation_id', '=', organisationId)
    .where('v.policy_id', '=', id)
}

/** One published version; null where there is none of this number. */
export async function selectVersion(db: Db, policy: PolicyId, number: number) {
  return (await versions(db, policy).where('v.number', '=', number).executeTakeFirst()) ?? null
}

/** Published versions, newest first, with how many people accepted each. */
export function selectVersions(db: Db, policy: PolicyId) {
  return versions(db, policy)
    .select(
      sql<number>`(select count(*) from governance_policy_acceptances a
        where a.organisation_id = v.organisation_id and a.policy_id = v.policy_id and a.number = v.number)`.as(
        'accepted',
      ),
    )
    .orderBy('v.number', 'desc')
    .execute()
}

/** Inserts a version, which nobody changes any more. */
export async function insertVersion(db: Db, row: Insertable<Tables['governance_policy_versions']>): Promise<void> {
  await db.insertInto('governance_policy_versions').values(row).execute()
}
