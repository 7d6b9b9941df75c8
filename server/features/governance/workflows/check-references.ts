import { sql } from 'kysely'
import { unknownReference } from '#contract/refusal.ts'
import type { Condition, Stage } from '#contract/workflows.ts'
import type { Db } from '#server/kernel/database/database.ts'

interface Named {
  readonly table:
    | 'organisation_people'
    | 'organisation_positions'
    | 'organisation_units'
    | 'publishing_channels'
    | 'content_campaigns'
  readonly id: string
  readonly path: string
}

/** Refuses people, positions, units, channels and campaigns that are not there, naming where they stand. */
export async function checkReferences(
  db: Db,
  organisationId: string,
  {
    conditions = [],
    stages = [],
  }: { conditions?: readonly Condition[] | undefined; stages?: readonly Stage[] | undefined },
): Promise<void> {
  const named = [
    ...conditions.flatMap((condition, place) => ofCondition(condition, `conditions.${place}`)),
    ...stages.flatMap((stage, place) => ofStage(stage, `stages.${place}`)),
  ]
  for (const { table, id, path } of named) {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)} where organisation_id = ${organisationId} and id = ${id}`.execute(db)
    if (rows.length === 0) throw unknownReference(path)
  }
}

function ofStage({ conditions, approvers }: Stage, path: string): Named[] {
  return [
    ...conditions.flatMap((condition, place) => ofCondition(condition, `${path}.conditions.${place}`)),
    ...approvers.flatMap((approver, place): Named[] => {
      const at = `${path}.approvers.${place}`
      if (approver.kind === 'person') return [{ table: 'organisation_people', id: approver.personId, path: at }]
      return approver.kind === 'position'
        ? [{ table: 'organisation_positions', id: approver.positionId, path: at }]
        : []
    }),
  ]
}

function ofCondition(condition: Condition, path: string): Named[] {
  const all = (table: Named['table'], ids: readonly string[]) =>
    ids.map((id, place) => ({ table, id, path: `${path}.oneOf.${place}` }))
  switch (condition.kind) {
    case 'channel':
      return all('publishing_channels', condition.oneOf)
    case 'campaign':
      return all('content_campaigns', condition.oneOf)
    case 'unit':
    case 'author-unit':
      return all('organisation_units', condition.oneOf)
    case 'platform':
    case 'language':
    case 'author-role':
    case 'risk':
    case 'finding':
    case 'first-post':
    case 'contains':
      return []
  }
}
