import { sql } from 'kysely'
import { Refusal } from '#contract/refusal.ts'
import { Condition, Stage, type Workflow } from '#contract/workflows.ts'
import type { z } from 'zod'
import type { Db } from '#server/kernel/database/database.ts'

export type ShownWorkflow = z.infer<typeof Workflow>

interface Row {
  readonly id: string
  readonly priority: number
  readonly enabled: boolean
  readonly number: number
  readonly version: number
  readonly created_at: Date
  readonly removed_at: Date | null
  readonly title: string
  readonly description: string
  readonly conditions: unknown
  readonly stages: unknown
  readonly changed_at: Date
  readonly person_id: string | null
  readonly person_name: string | null
  readonly running: number
  readonly running_older: number
}

function show(row: Row, place: number): ShownWorkflow {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    enabled: row.enabled,
    place,
    conditions: Condition.array().parse(row.conditions),
    stages: Stage.array().parse(row.stages),
    number: row.number,
    running: row.running,
    runningOlder: row.running_older,
    changedAt: row.changed_at.toISOString(),
    changedBy: row.person_id === null || row.person_name === null ? null : { id: row.person_id, name: row.person_name },
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}

/** All workflows in the order in which they are tried, with how many requests go by each. */
export async function selectWorkflows(db: Db, organisationId: string): Promise<readonly ShownWorkflow[]> {
  const rows = await query(db, organisationId, sql`w.removed_at is null`)
  return rows.map((row, place) => show(row, place + 1))
}

/** One workflow; removed ones only where they are asked for. Refuses `record.not-found`. */
export async function selectWorkflow(
  db: Db,
  organisationId: string,
  id: string,
  { removed = false } = {},
): Promise<ShownWorkflow> {
  const known = await selectWorkflows(db, organisationId)
  const found = known.find((workflow) => workflow.id === id)
  if (found !== undefined && !removed) return found
  const rows = removed ? await query(db, organisationId, sql`w.id = ${id} and w.removed_at is not null`) : []
  const row = rows[0]
  if (row === undefined) throw new Refusal('record.not-found')
  return show(row, known.length + 1)
}

async function query(db: Db, organisationId: string, which: ReturnType<typeof sql>): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select w.id, w.priority, w.enabled, w.number, w.version, w.created_at, w.removed_at, v.title, v.description, v.conditions, v.stages, v.created_at as changed_at,
      p.id as person_id, p.name as person_name,
      (select count(*)::int from governance_approvals a where a.organisation_id = w.organisation_id and a.workflow_id = w.id and a.state = 'waiting') as running,
      (select count(*)::int from governance_approvals a where a.organisation_id = w.organisation_id and a.workflow_id = w.id and a.state = 'waiting' and a.workflow_number < w.number) as running_older
    from governance_workflows w join governance_workflow_versions v on v.organisation_id = w.organisation_id and v.workflow_id = w.id and v.number = w.number
    left join organisation_people p on p.organisation_id = v.organisation_id and p.id = v.created_by
    where w.organisation_id = ${organisationId} and ${which} order by w.priority, w.id`.execute(db)
  return rows
}

/** Holds the order of an organisation's workflows until the transaction ends. */
export async function lockWorkflows(db: Db, organisationId: string): Promise<void> {
  await db
    .selectFrom('governance_workflows')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .forUpdate()
    .execute()
}

interface NewVersion {
  readonly organisationId: string
  readonly workflowId: string
  readonly number: number
  readonly title: string
  readonly description: string
  readonly conditions: readonly Condition[]
  readonly stages: readonly Stage[]
  readonly createdBy: string | null
  readonly createdAt: Date
}

/** Writes what a workflow says from now on, beside what it said before. */
export async function insertVersion(db: Db, version: NewVersion): Promise<void> {
  await db
    .insertInto('governance_workflow_versions')
    .values({
      organisation_id: version.organisationId,
      workflow_id: version.workflowId,
      number: version.number,
      title: version.title,
      description: version.description,
      conditions: JSON.stringify(version.conditions),
      stages: JSON.stringify(version.stages),
      created_by: version.createdBy,
      created_at: version.createdAt,
    })
    .execute()
}
