import { sql } from 'kysely'
import type { RuleFinding } from '#contract/rule-records.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Found } from '../domain/rules/draft.ts'

function waivers(db: Db, organisationId: string) {
  return db
    .selectFrom('governance_waivers as w')
    .innerJoin('governance_rules as r', (join) =>
      join.onRef('r.organisation_id', '=', 'w.organisation_id').onRef('r.id', '=', 'w.rule_id'),
    )
    .leftJoin('organisation_people as p', (join) =>
      join.onRef('p.organisation_id', '=', 'w.organisation_id').onRef('p.id', '=', 'w.person_id'),
    )
    .selectAll('w')
    .select(['p.name as person_name', 'r.title as rule_title'])
    .where('w.organisation_id', '=', organisationId)
    .where('w.withdrawn_at', 'is', null)
}

type WaiverRow = NonNullable<Awaited<ReturnType<typeof selectWaiver>>>

/** One waiver that holds; null where there is none. */
export async function selectWaiver(db: Db, organisationId: string, id: string) {
  return (await waivers(db, organisationId).where('w.id', '=', id).executeTakeFirst()) ?? null
}

/** Waivers that hold, newest first: one more than the limit. */
export function selectWaivers(
  db: Db,
  organisationId: string,
  page: { readonly after: string | null; readonly limit: number; readonly ruleId: string | undefined },
) {
  return waivers(db, organisationId)
    .$if(page.after !== null, (query) => query.where('w.id', '<', page.after))
    .$if(page.ruleId !== undefined, (query) => query.where('w.rule_id', '=', page.ruleId ?? ''))
    .orderBy('w.id', 'desc')
    .limit(page.limit + 1)
    .execute()
}

/** A waiver as the contract describes it. */
export function showWaiver(row: WaiverRow) {
  return {
    id: row.id,
    ruleId: row.rule_id,
    rule: row.rule_title,
    words: row.words,
    reason: row.reason,
    by: personOfRow(row),
    at: row.created_at.toISOString(),
  }
}

function personOfRow(row: WaiverRow) {
  return row.person_id === null || row.person_name === null ? null : { id: row.person_id, name: row.person_name }
}

/** Findings with the waivers that hold for them. */
export async function withWaivers(
  db: Db,
  organisationId: string,
  found: readonly (readonly Found[])[],
): Promise<RuleFinding[][]> {
  const fingerprints = [
    ...new Set(
      found
        .flat()
        .filter(({ waivable }) => waivable)
        .map(({ fingerprint }) => fingerprint),
    ),
  ]
  const rows =
    fingerprints.length === 0
      ? []
      : await waivers(db, organisationId)
          .where(sql<boolean>`w.fingerprint = any(${fingerprints}::text[])`)
          .orderBy('w.id')
          .execute()
  const held = new Map(rows.map((row) => [`${row.rule_id} ${row.fingerprint}`, row]))
  return found.map((list) =>
    list.map((finding) => {
      const row = finding.waivable ? held.get(`${finding.ruleId} ${finding.fingerprint}`) : undefined
      const waived =
        row === undefined
          ? null
          : { id: row.id, by: personOfRow(row), reason: row.reason, at: row.created_at.toISOString() }
      return { ...finding, waived }
    }),
  )
}
