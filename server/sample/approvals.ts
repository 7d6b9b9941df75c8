import { openApproval } from '#server/features/governance/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { appendEvents, type NewEvent } from '#server/kernel/events/change.ts'
import { UNBOUND } from '#server/kernel/facts.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { STAKEHOLDERS, WORKFLOWS, type SampleWorkflow } from './approval-story.ts'

interface Ground {
  readonly organisationId: string
  readonly now: Date
  readonly language: 'en' | 'tr'
  readonly channels: Readonly<Record<'tr' | 'dach', string>>
  readonly campaigns: ReadonlyMap<string, string>
  /** By name. */
  readonly people: ReadonlyMap<string, string>
}

const AUTHOR = 'Burcu Tezel'

/** Who approves what at the made-up company, who has a stake in it, and two posts that wait for their region's reviewer. */
export async function plantApprovals(kernel: Kernel, db: Db, ground: Ground): Promise<void> {
  const unitId = await unitOf(db, ground)
  for (const [place, workflow] of WORKFLOWS.entries())
    await plantWorkflow(kernel, db, { ...ground, unitId, place, workflow })
  await plantStakeholders(kernel, db, { ...ground, unitId })
  await plantWaiting(kernel, db, ground)
}

async function unitOf(db: Db, { organisationId, channels }: Ground): Promise<string | null> {
  const channel = await db
    .selectFrom('publishing_channels')
    .select('unit_id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', channels.tr)
    .executeTakeFirst()
  return channel?.unit_id ?? null
}

interface Planting extends Ground {
  readonly unitId: string | null
  readonly place: number
  readonly workflow: SampleWorkflow
}

async function plantWorkflow(kernel: Kernel, db: Db, planting: Planting): Promise<void> {
  const { organisationId, now, language, unitId, place, workflow, people } = planting
  const id = kernel.clock.newId()
  const ofRegion = workflow.ofRegion && unitId !== null ? [{ kind: 'unit', oneOf: [unitId] }] : []
  await db
    .insertInto('governance_workflows')
    .values({ organisation_id: organisationId, id, priority: place + 1, enabled: true, number: 1, created_at: now })
    .execute()
  await db
    .insertInto('governance_workflow_versions')
    .values({
      organisation_id: organisationId,
      workflow_id: id,
      number: 1,
      title: workflow.title[language],
      description: workflow.description[language],
      conditions: JSON.stringify([...ofRegion, ...workflow.conditions]),
      stages: JSON.stringify(
        workflow.stages.map(({ name, approvers, conditions = [] }) => ({
          name: name[language],
          approvers,
          conditions,
          need: 'any',
          deadlineHours: 24,
          reminderHours: 8,
        })),
      ),
      created_by: people.get('Deniz Korkut') ?? null,
      created_at: now,
    })
    .execute()
}

async function plantStakeholders(
  kernel: Kernel,
  db: Db,
  { organisationId, now, language, people, unitId }: Ground & { readonly unitId: string | null },
): Promise<void> {
  await db
    .insertInto('governance_stakeholders')
    .values(
      STAKEHOLDERS.map(({ name, role, note, ofRegion, ...levels }) => ({
        organisation_id: organisationId,
        id: kernel.clock.newId(),
        name: name[language],
        role: role[language],
        note: note[language],
        ...levels,
        unit_id: ofRegion ? unitId : null,
        owner_id: people.get('Deniz Korkut') ?? null,
        created_at: now,
      })),
    )
    .execute()
}

/** The next two posts of the region's author were planned today, after the workflows were made. */
async function plantWaiting(kernel: Kernel, db: Db, ground: Ground): Promise<void> {
  const { organisationId, now, channels, people } = ground
  const authorId = people.get(AUTHOR)
  if (authorId === undefined) return
  const rows = await db
    .selectFrom('publishing_deliveries as d')
    .innerJoin('publishing_posts as p', (join) =>
      join.onRef('p.organisation_id', '=', 'd.organisation_id').onRef('p.id', '=', 'd.post_id'),
    )
    .select(['d.id', 'd.content_hash', 'd.due_at', 'd.post_id', 'p.campaign_id', 'p.title', 'p.text', 'p.language'])
    .where('d.organisation_id', '=', organisationId)
    .where('d.channel_id', '=', channels.tr)
    .where('d.state', '=', 'planned')
    .where('d.due_at', '>', new Date(now.getTime() + 36 * 3_600_000))
    .orderBy('d.due_at')
    .limit(2)
    .execute()
  for (const row of rows) {
    const events: NewEvent[] = []
    const actor = authorOf(organisationId, authorId)
    const standing = await openApproval(kernel, { db, record: (event) => void events.push(event) }, actor, {
      organisationId,
      postId: row.post_id,
      channelId: channels.tr,
      campaignId: row.campaign_id,
      title: row.title,
      language: row.language,
      parts: [{ text: row.text, pictures: [] }],
      plannedOn: row.due_at.toISOString().slice(0, 10),
      authorId,
      contentHash: row.content_hash,
      dueAt: row.due_at,
    })
    if (standing.state !== 'waiting') continue
    await db
      .updateTable('publishing_deliveries')
      .set({ state: 'held', next_at: null, reason: 'approval.waiting', approval_needed: true })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', row.id)
      .execute()
    await appendEvents(
      db,
      kernel.clock,
      events.map((event) => ({ actor, event })),
    )
  }
}

function authorOf(organisationId: string, personId: string): Actor {
  return {
    kind: 'person',
    id: personId,
    personId,
    name: AUTHOR,
    organisationId,
    role: 'officer',
    scopes: null,
    facts: UNBOUND,
    language: 'tr',
    timeZone: 'Europe/Istanbul',
    sessionId: null,
  }
}
