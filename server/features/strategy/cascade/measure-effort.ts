import type { Db } from '#server/kernel/database/database.ts'
import { changedAny, changesSince, type Touch } from '#server/kernel/events/changes-since.ts'
import { flowOf, shareOut, sumOf, type Aim, type Amounts, type Flow, type Source } from '../domain/effort.ts'
import { readAims, readCounts, type CascadeCounts } from './store-cascade.ts'
import {
  readGoalAims,
  readLines,
  readPostWork,
  readTaskWork,
  type Lines,
  type PostWork,
  type Span,
  type TaskWork,
} from './store-effort.ts'
import { COUNTED_ORPHANS, countOrphans, type OrphanCounts, type OrphanKind } from './store-orphans.ts'
import { touchedCampaigns } from './touched-campaigns.ts'

/** So many plans, campaigns and objectives of a flow are named. */
const NAMED = 9
/** So many answers are kept, the oldest goes first. */
const KEPT = 60

export interface MeasuredEffort {
  readonly aims: number
  readonly total: Amounts
  readonly shares: ReadonlyMap<string | null, Amounts>
  readonly counts: CascadeCounts
  readonly orphans: Record<OrphanKind, number>
  readonly flows: Record<keyof Amounts, Flow>
}

/** What was read, in parts that change with different events. */
interface Parts {
  readonly tasks: readonly TaskWork[]
  readonly goalAims: ReadonlyMap<string, readonly string[]>
  readonly posts: ReadonlyMap<string | null, PostWork>
  readonly lines: Lines
  readonly orphans: OrphanCounts
}

interface Kept {
  readonly position: string
  readonly parts: Parts
  readonly effort: MeasuredEffort
}

const kept = new WeakMap<object, Map<string, Kept>>()

/**
 * The effort of these days. Everything in it changes only with an event: what was measured once holds until the organisation's
 * stream goes on, and then only what its events touched is read anew. `keeper` is whose memory it is: one server's.
 */
export async function measureEffort(keeper: object, db: Db, span: Span): Promise<MeasuredEffort> {
  const memory = kept.get(keeper) ?? new Map<string, Kept>()
  kept.set(keeper, memory)
  const name = `${span.organisationId} ${span.from} ${span.to} ${span.currency}`
  const known = memory.get(name)
  const { position, touched } = await changesSince(db, span.organisationId, known?.position ?? null)
  if (known !== undefined && known.position === position) return known.effort
  const parts = await readParts(db, span, known?.parts ?? null, touched)
  const effort = await measure(db, span, parts)
  memory.delete(name)
  if (position !== null) memory.set(name, { position, parts, effort })
  for (const oldest of memory.keys()) if (memory.size > KEPT) memory.delete(oldest)
  return effort
}

/** The fields by which one record serves another. */
const LINKS = ['objectiveIds', 'goalIds', 'parentId', 'planId', 'state'] as const

async function readParts(db: Db, span: Span, known: Parts | null, touched: readonly Touch[] | null): Promise<Parts> {
  const { organisationId } = span
  const still = (subjects: readonly string[], fields: readonly string[]) =>
    touched !== null &&
    known !== null &&
    !touched.some(
      (touch) => touch.subject === 'sample' || (subjects.includes(touch.subject) && changedAny(touch, fields)),
    )
  const tasks =
    known !== null && still(['task', 'plan'], [...LINKS, ...TASK_FIELDS]) ? known.tasks : await readTaskWork(db, span)
  const aimed = known !== null && still(['objective', 'goal'], LINKS)
  const goalIds = [...new Set(tasks.flatMap(({ goalId }) => goalId ?? []))]
  const counted = COUNTED_ORPHANS.filter((kind) => !still(TOUCHING[kind], LINKS))
  const orphans = counted.length === 0 ? {} : await countOrphans(db, organisationId, counted)
  return {
    tasks,
    goalAims: aimed && tasks === known.tasks ? known.goalAims : await readGoalAims(db, organisationId, goalIds),
    posts: await readPosts(db, span, known?.posts ?? null, touched),
    lines: aimed
      ? await followLines(db, organisationId, known.lines, touched ?? [])
      : await readLines(db, organisationId, null),
    orphans: { ...NO_ORPHANS, ...known?.orphans, ...orphans },
  }
}

/** Reads anew only the plans and campaigns that were touched. */
async function followLines(db: Db, organisationId: string, known: Lines, touched: readonly Touch[]): Promise<Lines> {
  const of = (type: string) => [...new Set(touched.flatMap(({ subject, id }) => (subject === type ? [id] : [])))]
  const only = { plans: of('plan'), campaigns: of('campaign') }
  if (only.plans.length + only.campaigns.length === 0) return known
  const { plans, campaigns } = await readLines(db, organisationId, only)
  return { plans: new Map([...known.plans, ...plans]), campaigns: new Map([...known.campaigns, ...campaigns]) }
}

/** What a task's work is added up by. */
const TASK_FIELDS = ['goalId', 'campaignId', 'dueOn', 'hoursPlanned', 'hoursActual'] as const

const NO_ORPHANS: OrphanCounts = { objective: 0, goal: 0, plan: 0, task: 0, campaign: 0 }

/** The events by which something comes to stand alone, or not any more. */
const TOUCHING: Readonly<Record<keyof OrphanCounts, readonly string[]>> = {
  objective: ['objective', 'goal', 'plan'],
  goal: ['objective', 'goal'],
  plan: ['objective', 'goal', 'plan'],
  task: ['task', 'plan'],
  campaign: ['campaign', 'goal'],
}

async function readPosts(
  db: Db,
  span: Span,
  known: Parts['posts'] | null,
  touched: readonly Touch[] | null,
): Promise<Parts['posts']> {
  const campaigns = known === null ? null : await touchedCampaigns(db, span.organisationId, touched)
  if (known !== null && campaigns?.length === 0) return known
  const rows = await readPostWork(db, span, campaigns)
  const posts = new Map(campaigns === null ? [] : known)
  for (const id of campaigns ?? []) posts.delete(id)
  for (const row of rows) posts.set(row.campaignId, row)
  return posts
}

async function measure(db: Db, span: Span, parts: Parts): Promise<MeasuredEffort> {
  const { organisationId } = span
  const sources = [...parts.tasks.map((work) => taskSource(work, parts)), ...postSources(parts)]
  const aims = await readAims(db, organisationId)
  const alone = [...parts.posts.values()].filter(
    ({ campaignId }) => parts.lines.campaigns.get(campaignId ?? '')?.goals !== true,
  )
  return {
    aims: aims.length,
    total: sumOf(sources),
    shares: shareOut(sources),
    counts: await readCounts(db, span),
    orphans: { ...parts.orphans, post: alone.reduce((sum, { posts }) => sum + Number(posts), 0) },
    flows: flowsOf(sources, aims),
  }
}

function flowsOf(sources: readonly Source[], aims: readonly Aim[]): MeasuredEffort['flows'] {
  return {
    hoursPlanned: flowOf(sources, aims, 'hoursPlanned', NAMED),
    hoursActual: flowOf(sources, aims, 'hoursActual', NAMED),
    posts: flowOf(sources, aims, 'posts', NAMED),
    value: flowOf(sources, aims, 'value', NAMED),
  }
}

/** What a task serves is said by its goal; else by its plan and the plan that one carries out; else by its campaign. */
function taskSource(
  { planId, goalId, campaignId, hoursPlanned, hoursActual }: TaskWork,
  { lines, goalAims }: Parts,
): Source {
  const plan = lines.plans.get(planId ?? '')
  const campaign = lines.campaigns.get(campaignId ?? '')
  const objectiveIds = goalId === null ? (plan ?? campaign)?.objectiveIds : goalAims.get(goalId)
  return {
    type: plan !== undefined ? 'plan' : campaign !== undefined ? 'campaign' : 'none',
    id: plan !== undefined ? planId : campaign !== undefined ? campaignId : null,
    title: plan?.title ?? campaign?.title ?? '',
    objectiveIds: objectiveIds ?? [],
    amounts: { hoursPlanned: unitsOf(hoursPlanned), hoursActual: unitsOf(hoursActual), posts: 0n, value: 0n },
  }
}

function postSources({ posts, lines }: Parts): Source[] {
  return [...posts.values()].map(({ campaignId, posts: count, value }) => {
    const campaign = campaignId === null ? undefined : lines.campaigns.get(campaignId)
    return {
      type: campaign === undefined ? 'none' : 'campaign',
      id: campaign === undefined ? null : campaignId,
      title: campaign?.title ?? '',
      objectiveIds: campaign?.objectiveIds ?? [],
      amounts: { hoursPlanned: 0n, hoursActual: 0n, posts: unitsOf(count), value: unitsOf(value) },
    }
  })
}

/** A decimal of at most six places in millionths. */
function unitsOf(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return BigInt(whole + fraction.slice(0, 6).padEnd(6, '0'))
}
