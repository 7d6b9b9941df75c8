import { sql } from 'kysely'
import { titleOfText } from '#server/features/publishing/index.ts'
import type { Db } from '#server/kernel/database/database.ts'

export interface Risk {
  readonly code: string
  readonly count: number
  /** The first record concerned: a post, a channel or a goal. */
  readonly id: string | null
  readonly title: string | null
}

interface RiskRow {
  readonly code: string
  readonly count: number
  readonly id: string
  readonly title: string | null
  readonly text: string
}

/** Deliveries that failed or nobody knows of, each with the post planned last, and channels that have lost their connection. */
export async function readRisks(db: Db, organisationId: string): Promise<Risk[]> {
  const { rows } = await sql<RiskRow>`
    with troubled as (
      select case when state = 'failed' then 'deliveries-failed' else 'deliveries-unknown' end as code, post_id, due_at, id
      from publishing_deliveries where organisation_id = ${organisationId} and state in ('failed', 'unknown', 'needs-person')
    ), latest as (
      select distinct on (code) code, post_id, (count(*) over (partition by code))::int as count from troubled order by code, due_at desc, id
    )
    select l.code, l.count, p.id, p.title, left(p.text, 200) as text
    from latest l join publishing_posts p on p.organisation_id = ${organisationId} and p.id = l.post_id
    union all
    (select 'channels-need-reconnecting', (count(*) over ())::int, id, name, '' from publishing_channels
      where organisation_id = ${organisationId} and state = 'needs-reconnecting' order by name, id limit 1)`.execute(db)
  return rows.map(({ text, title, ...row }) => ({ ...row, title: title ?? titleOfText(text) }))
}
