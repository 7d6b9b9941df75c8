import { touchedCampaigns } from '#server/features/strategy/index.ts'
import type { Db } from '#server/kernel/database/database.ts'
import { changesSince, type Touch } from '#server/kernel/events/changes-since.ts'
import { startOfDay, type Calendar } from '../calendar.ts'
import { dayNumber, daysFrom, plusDays } from '../domain/days.ts'
import { byKey, type Edges, type Fact } from '../domain/facts.ts'
import { countGoals, type CountedGoal } from '../goals/counted-goal.ts'
import type { GoalStand } from '../goals/measure-goals.ts'
import { readGoals } from '../goals/store-goals.ts'
import { readTouchedGoals } from './store-touched-goals.ts'
import { readDayClicks, readDayFacts, type Campaigns, type DayFactsWanted } from './store-day-facts.ts'

/** More goals than an organisation sets in a year. */
const MOST_GOALS = 100_000
/** So many facts and goals are remembered (some 150 bytes each), the organisation not asked for the longest goes first. */
const MOST_KEPT = 300_000
/** So many days are told apart from today on. */
const DAYS_AHEAD = 40
/** Clicks may be written a little after they came. */
const SETTLED_MS = 5 * 60_000
/** Clicks since then are read with every question, until there are many. */
const GATHERED_MS = 30 * 60_000

export interface RecallWanted {
  readonly organisationId: string
  readonly calendar: Calendar
  readonly currency: string
  /** Goals due on this day or later. */
  readonly firstDay: string
}

type Standings = Map<string, GoalStand>

/** What was read once of an organisation, as of a position of its stream and an instant of its clicks. */
interface Memory {
  readonly position: string
  /** The zone, the currency and the first day that it is true for. */
  readonly name: string
  /** The day that standings are true for. */
  readonly today: string
  readonly from: Date
  readonly until: Date
  readonly edges: Edges
  /** How many facts and goals there were when it was read as a whole. */
  readonly size: number
  readonly goals: ReadonlyMap<string, CountedGoal>
  readonly facts: ReadonlyMap<string | null, readonly Fact[]>
  /** How goals stand by these facts; filled by those who ask. */
  readonly standings: Standings
}

export interface Recalled {
  readonly edges: Edges
  readonly goals: ReadonlyMap<string, CountedGoal>
  readonly facts: ReadonlyMap<string | null, readonly Fact[]>
  /** Known by everything up to now; whoever works out another one puts it in, unless its campaigns are in `moving`. */
  readonly standings: Standings
  /** Campaigns with clicks that are not yet part of what is remembered. */
  readonly moving: ReadonlySet<string | null>
}

const memories = new WeakMap<object, Map<string, Memory>>()

/**
 * All goals with their campaigns, and everything that happened, by campaign and day. Remembered by `keeper` (one server): what
 * changes with an event is read anew for the goals and campaigns that events since then touched; clicks, which write none, are
 * read from where it ended. Never stale, except for clicks written more than five minutes late.
 */
export async function recall(keeper: object, db: Db, wanted: RecallWanted): Promise<Recalled> {
  const memory = memories.get(keeper) ?? new Map<string, Memory>()
  memories.set(keeper, memory)
  const { organisationId, calendar } = wanted
  const name = `${calendar.zone} ${wanted.currency} ${wanted.firstDay}`
  const known = memory.get(organisationId)
  const before = known?.name === name ? awake(known, calendar) : null
  const { position, touched } = await changesSince(db, organisationId, before?.position ?? null)
  const next = before === null ? null : await follow(db, wanted, before, touched)
  const now = await gather(db, wanted, next ?? (await readAll(db, wanted, name)))
  memory.delete(organisationId)
  if (position !== null) memory.set(organisationId, { ...now, position })
  forget(memory)
  const late = byKey(await readDayClicks(db, dayFactsOf(wanted, now), { since: now.until, until: null }, null))
  if (late.size === 0) return { ...now, moving: new Set() }
  return { ...now, facts: joined(now.facts, late), moving: new Set(late.keys()) }
}

/** Keeps the last one in any case. */
function forget(memory: Map<string, Memory>): void {
  let all = [...memory.values()].reduce((sum, { size }) => sum + size, 0)
  for (const [oldest, { size }] of memory) {
    if (all <= MOST_KEPT || memory.size === 1) return
    memory.delete(oldest)
    all -= size
  }
}

/** What is still true on another day; null once its days run out. */
function awake(known: Memory, { today, zone }: Calendar): Memory | null {
  if (known.today === today) return known
  const tomorrow = startOfDay(plusDays(today, 1), zone)
  if (today < known.today || tomorrow > (known.edges.at(-1) ?? tomorrow)) return null
  return { ...known, today, standings: new Map() }
}

const dayFactsOf = (
  { organisationId }: RecallWanted,
  { from, edges }: Pick<Memory, 'from' | 'edges'>,
): DayFactsWanted => ({
  organisationId,
  from,
  edges,
})

async function readAll(db: Db, { organisationId, calendar, firstDay }: RecallWanted, name: string): Promise<Memory> {
  const rows = await readGoals(db, { organisationId, dueFrom: firstDay, limit: MOST_GOALS })
  const goals = new Map((await countGoals(db, organisationId, rows)).map((goal) => [goal.id, goal]))
  let first = firstDay
  for (const { startsOn } of rows) if (startsOn < first) first = startsOn
  const days = daysFrom(first, Math.max(0, dayNumber(calendar.today) - dayNumber(first)) + DAYS_AHEAD)
  const edges = days.map((day) => startOfDay(day, calendar.zone))
  const from = startOfDay(first, calendar.zone)
  const until = new Date(Math.max(from.getTime(), calendar.now.getTime() - SETTLED_MS))
  const wanted = { organisationId, from, edges }
  const all = [
    ...(await readDayFacts(db, wanted, null)),
    ...(await readDayClicks(db, wanted, { since: from, until }, null)),
  ]
  const facts = byKey(all)
  const size = all.length + goals.size
  return { position: '', name, today: calendar.today, from, until, edges, size, goals, facts, standings: new Map() }
}

/** Reads anew what events touched; null where that is everything. */
async function follow(
  db: Db,
  wanted: RecallWanted,
  known: Memory,
  touched: readonly Touch[] | null,
): Promise<Memory | null> {
  if (touched === null || touched.some(({ subject }) => subject === 'kpi')) return null
  const campaigns = await touchedCampaigns(db, wanted.organisationId, touched)
  if (campaigns === null) return null
  const ids = await readTouchedGoals(db, wanted.organisationId, touched, known.goals)
  if (ids.length === 0 && campaigns.length === 0) return known
  const goals = new Map(known.goals)
  for (const id of ids) goals.delete(id)
  const { organisationId, firstDay, calendar } = wanted
  const rows =
    ids.length === 0 ? [] : await readGoals(db, { organisationId, goalIds: ids, dueFrom: firstDay, limit: ids.length })
  if (rows.some(({ startsOn }) => startOfDay(startsOn, calendar.zone) < known.from)) return null
  for (const goal of await countGoals(db, organisationId, rows)) goals.set(goal.id, goal)
  const facts = campaigns.length === 0 ? known.facts : await readCampaigns(db, wanted, known, campaigns)
  return { ...known, goals, facts, standings: withoutMoved({ ...known, goals }, new Set(ids), new Set(campaigns)) }
}

async function readCampaigns(db: Db, wanted: RecallWanted, known: Memory, campaigns: NonNullable<Campaigns>) {
  const place = dayFactsOf(wanted, known)
  const read = byKey([
    ...(await readDayFacts(db, place, campaigns)),
    ...(await readDayClicks(db, place, { since: known.from, until: known.until }, campaigns)),
  ])
  const facts = new Map(known.facts)
  for (const id of campaigns) facts.delete(id)
  for (const [id, own] of read) facts.set(id, own)
  return facts
}

/** Takes clicks that have settled into what is remembered. */
async function gather(db: Db, wanted: RecallWanted, known: Memory): Promise<Memory> {
  const { now } = wanted.calendar
  if (now.getTime() - known.until.getTime() < GATHERED_MS) return known
  const until = new Date(now.getTime() - SETTLED_MS)
  const clicks = byKey(await readDayClicks(db, dayFactsOf(wanted, known), { since: known.until, until }, null))
  if (clicks.size === 0) return { ...known, until }
  const standings = withoutMoved(known, new Set(), new Set(clicks.keys()))
  return { ...known, until, facts: joined(known.facts, clicks), standings }
}

function joined(known: Recalled['facts'], more: ReadonlyMap<string | null, readonly Fact[]>): Recalled['facts'] {
  const facts = new Map(known)
  for (const [id, own] of more) facts.set(id, [...(facts.get(id) ?? []), ...own])
  return facts
}

/** The standings that neither a change of the goal nor of one of its campaigns has moved. */
function withoutMoved(
  { standings, goals }: Memory,
  goalIds: ReadonlySet<string>,
  campaigns: ReadonlySet<string | null>,
): Standings {
  const kept = [...standings].filter(
    ([id]) => !goalIds.has(id) && goals.get(id)?.campaignIds.some((campaign) => campaigns.has(campaign)) === false,
  )
  return new Map(kept)
}
