import { sql, type Insertable, type Updateable } from 'kysely'
import type { Db, Tables } from '#server/kernel/database/database.ts'
import type { PolicyText } from '../domain/policy-text.ts'

export type PolicyRow = NonNullable<Awaited<ReturnType<typeof selectPolicy>>>

interface Reader {
  readonly organisationId: string
  /** Whose acceptance is shown. */
  readonly personId: string
}

function policies(db: Db, { organisationId, personId }: Reader) {
  return db
    .selectFrom('governance_policies as p')
    .leftJoin('governance_policy_versions as v', (join) =>
      join
        .onRef('v.organisation_id', '=', 'p.organisation_id')
        .onRef('v.policy_id', '=', 'p.id')
        .onRef('v.number', '=', 'p.current'),
    )
    .leftJoin('organisation_people as publisher', (join) =>
      join.onRef('publisher.organisation_id', '=', 'v.organisation_id').onRef('publisher.id', '=', 'v.published_by'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('governance_policy_acceptances as a')
          .select(['a.number', 'a.accepted_at'])
          .whereRef('a.organisation_id', '=', 'p.organisation_id')
          .whereRef('a.policy_id', '=', 'p.id')
          .where('a.person_id', '=', personId)
          .orderBy('a.number', 'desc')
          .limit(1)
          .as('mine'),
      (join) => join.onTrue(),
    )
    .selectAll('p')
    .select([
      'v.content',
      'v.hashes',
      'v.note',
      'v.published_at',
      'v.published_by',
      'publisher.name as publisher_name',
      'mine.number as mine_number',
      'mine.accepted_at as mine_at',
    ])
    .select(
      sql<number>`(select count(*) from governance_policy_acceptances a join organisation_people o on o.organisation_id = a.organisation_id and o.id = a.person_id
        where a.organisation_id = p.organisation_id and a.policy_id = p.id and a.number = p.current and o.active)`.as(
        'accepted',
      ),
    )
    .select(
      sql<number>`(select count(*) from organisation_people o where o.organisation_id = p.organisation_id and o.active)`.as(
        'people',
      ),
    )
    .where('p.organisation_id', '=', organisationId)
}

/** One policy with its version in force and what this person accepted, removed ones too; null where there is none. */
export async function selectPolicy(db: Db, reader: Reader, id: string) {
  return (await policies(db, reader).where('p.id', '=', id).executeTakeFirst()) ?? null
}

/** Policies, newest first: one more than the limit. `drafts`: also those that were never published. */
export function selectPolicies(
  db: Db,
  reader: Reader,
  { drafts, after, limit }: { readonly drafts: boolean; readonly after: string | null; readonly limit: number },
) {
  return policies(db, reader)
    .where('p.removed_at', 'is', null)
    .$if(!drafts, (query) => query.where('p.current', 'is not', null))
    .$if(after !== null, (query) => query.where('p.id', '<', after))
    .orderBy('p.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Published policies that this person has not accepted in the version in force. */
export function selectToAccept(db: Db, reader: Reader) {
  return policies(db, reader)
    .where('p.removed_at', 'is', null)
    .where('p.current', 'is not', null)
    .where(sql<boolean>`mine.number is distinct from p.current`)
    .orderBy('p.id')
    .execute()
}

/** Holds the row until the transaction ends, against other changes and against new requirements that name it. */
export async function lockPolicy(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .selectFrom('governance_policies')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** Inserts a policy with its first draft. */
export async function insertPolicy(db: Db, row: Insertable<Tables['governance_policies']>): Promise<void> {
  await db.insertInto('governance_policies').values(row).execute()
}

/** Writes the columns given and counts the version up. */
export async function updatePolicy(
  db: Db,
  organisationId: string,
  id: string,
  columns: Updateable<Tables['governance_policies']>,
): Promise<void> {
  await db
    .updateTable('governance_policies')
    .set({ ...columns, version: sql`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Whether a right depends on this policy. */
export async function isRequired(db: Db, organisationId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('governance_requirements')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('policy_id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The text of a row's column: written by us, through the contract. */
export function textOf(column: unknown): PolicyText {
  return column as PolicyText
}
