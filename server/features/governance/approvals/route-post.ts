import { sql } from 'kysely'
import { Condition, Stage } from '#contract/workflows.ts'
import { may } from '#server/features/organisation/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Standing } from '#server/kernel/facts.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { chooseStages, type Chosen, type KnownWorkflow } from '../domain/approvals/choose-stages.ts'
import type { Reason } from '../domain/approvals/conditions.ts'
import type { Draft } from './draft.ts'
import { findInDraft, type FoundInDraft } from './find-in-draft.ts'
import { readFacts, readPlace, subjectOf, type Place } from './read-facts.ts'

export interface Routed extends Chosen, FoundInDraft {
  readonly place: Place
}

interface Row {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly conditions: unknown
  readonly stages: unknown
}

/** The workflows that hold now, in the order in which they are tried. */
export async function readWorkflows(db: Db, organisationId: string): Promise<readonly KnownWorkflow[]> {
  const { rows } = await sql<Row>`
    select w.id, w.number, v.title, v.conditions, v.stages from governance_workflows w
    join governance_workflow_versions v on v.organisation_id = w.organisation_id and v.workflow_id = w.id and v.number = w.number
    where w.organisation_id = ${organisationId} and w.enabled and w.removed_at is null order by w.priority, w.id`.execute(
    db,
  )
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    conditions: Condition.array().parse(row.conditions),
    stages: Stage.array().parse(row.stages),
  }))
}

/**
 * Which stages a draft has to pass, and why. `planner` is whoever wants it to go out: lacking the right to publish there, they
 * need a release. `workflows` in place of the stored ones tries what is not saved yet. Null: no such channel.
 */
export async function routePost(
  kernel: Kernel,
  db: Db,
  draft: Draft,
  { planner, workflows }: { readonly planner: Standing; readonly workflows?: readonly KnownWorkflow[] },
): Promise<Routed | null> {
  const place = await readPlace(db, draft.organisationId, draft)
  if (place === null) return null
  const found = await findInDraft(kernel, db, draft, place)
  const known = workflows ?? (await readWorkflows(db, draft.organisationId))
  const release = releaseReason(planner, place)
  if (known.length === 0 && release === null) return { workflow: null, stages: [], place, ...found }
  const facts = await readFacts(db, draft, place, found.findings)
  return { ...chooseStages(known, facts, release), place, ...found }
}

/** Why somebody's plan waits for a release: the rule that keeps them from publishing there. */
export function releaseReason(planner: Standing, place: Place): Reason | null {
  const decision = may(planner, 'posts.publish', subjectOf(place))
  if (decision.allowed) return null
  const { code, params } = decision.because
  return { kind: `release.${code}`, params: { ...params } }
}
