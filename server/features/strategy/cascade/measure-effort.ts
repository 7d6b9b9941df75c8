import type { Db } from '#server/kernel/database/database.ts'
import { flowOf, shareOut, sumOf, type Aim, type Amounts, type Flow, type Source } from '../domain/effort.ts'
import type { OrphanKind } from './store-orphans.ts'
import { countOrphans } from './store-orphans.ts'
import { readAims, readCounts, type CascadeCounts } from './store-cascade.ts'
import { readPostEffort, readTaskEffort, type EffortRow, type Span } from './store-effort.ts'

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

interface Kept {
  readonly position: string
  readonly effort: MeasuredEffort
}

const kept = new WeakMap<object, Map<string, Kept>>()

/**
 * The effort of these days. Everything in it changes only with an event, so that what was measured once holds until the
 * organisation's stream goes on. `keeper` is whose memory it is: one server's.
 */
export async function measureEffort(keeper: object, db: Db, span: Span): Promise<MeasuredEffort> {
  const memory = kept.get(keeper) ?? new Map<string, Kept>()
  kept.set(keeper, memory)
  const name = `${span.organisationId} ${span.from} ${span.to} ${span.currency}`
  const head = await db
    .selectFrom('event_heads')
    .select('position')
    .where('organisation_id', '=', span.organisationId)
    .executeTakeFirst()
  const position = String(head?.position ?? 0)
  const known = memory.get(name)
  if (known?.position === position) return known.effort
  const effort = await measure(db, span)
  memory.delete(name)
  memory.set(name, { position, effort })
  for (const oldest of memory.keys()) if (memory.size > KEPT) memory.delete(oldest)
  return effort
}

async function measure(db: Db, span: Span): Promise<MeasuredEffort> {
  const { organisationId } = span
  const posts = await readPostEffort(db, span)
  const sources = [...(await readTaskEffort(db, span)), ...posts].map(sourceOf)
  const aims = await readAims(db, organisationId)
  const alone = posts.filter(({ served }) => !served).reduce((sum, row) => sum + Number(row.posts), 0)
  return {
    aims: aims.length,
    total: sumOf(sources),
    shares: shareOut(sources),
    counts: await readCounts(db, span),
    orphans: { ...(await countOrphans(db, organisationId)), post: alone },
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

function sourceOf({ type, id, title, objectiveIds, ...amounts }: EffortRow): Source {
  return {
    type,
    id,
    title,
    objectiveIds,
    amounts: {
      hoursPlanned: unitsOf(amounts.hoursPlanned),
      hoursActual: unitsOf(amounts.hoursActual),
      posts: unitsOf(amounts.posts),
      value: unitsOf(amounts.value),
    },
  }
}

/** A decimal of at most six places in millionths. */
function unitsOf(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return BigInt(whole + fraction.slice(0, 6).padEnd(6, '0'))
}
