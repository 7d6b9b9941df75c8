import type { SMART_MARKS } from '#contract/kpis.ts'
import { namesAmount, namesDoing } from './goal-words.ts'
import { decimalOf } from './formula/rational.ts'

const ONE = 1_000_000n
const DAY_MS = 86_400_000

/** A goal as far as it is written, with what it can be held against. Figures are in millionths. */
export interface DraftGoal {
  readonly title: string
  readonly kpi: DraftKpi | null
  readonly baseline: bigint | null
  readonly target: bigint | null
  readonly startsOn: string
  readonly dueOn: string | null
  readonly today: string
  readonly objectives: readonly { readonly title: string; readonly endsOn: string }[]
  /** What the KPI came to in each of the last weeks; null where there was no value. */
  readonly weeks: readonly (bigint | null)[]
}
export interface DraftKpi {
  readonly growsOnly: boolean
  readonly direction: 'up' | 'down'
  readonly notAfter: string | null
}

export interface Mark {
  readonly mark: (typeof SMART_MARKS)[number]
  readonly state: 'true' | 'doubtful' | 'missing'
  readonly code: string
  readonly params: Record<string, string | number>
}

/** Holds a goal against the five marks of SMART and says of each what is missing. */
export function smartMarks(goal: DraftGoal): readonly Mark[] {
  return [specific(goal), measurable(goal), achievable(goal), relevant(goal), timeBound(goal)]
}

function specific({ title }: DraftGoal): Mark {
  const say = (state: Mark['state'], code: string): Mark => ({ mark: 'specific', state, code, params: {} })
  if (title.trim() === '') return say('missing', 'empty')
  const [doing, amount] = [namesDoing(title), namesAmount(title)]
  if (doing && amount) return say('true', 'true')
  return say('doubtful', doing ? 'no-amount' : amount ? 'no-doing' : 'neither')
}

function measurable({ kpi, baseline, target, dueOn }: DraftGoal): Mark {
  const say = (state: Mark['state'], code: string, params = {}): Mark => ({ mark: 'measurable', state, code, params })
  if (kpi === null) return say('missing', 'no-kpi')
  if (baseline === null || target === null) return say('missing', 'no-figures')
  if (baseline === target) return say('missing', 'same')
  if (kpi.notAfter !== null && dueOn !== null && kpi.notAfter < dueOn)
    return say('missing', 'withdrawn', { day: kpi.notAfter })
  if (target > baseline !== (kpi.direction === 'up')) return say('doubtful', 'other-way')
  return say('true', 'true', { baseline: decimalOf(baseline), target: decimalOf(target) })
}

/**
 * Against the last weeks. What adds up is compared by the week: up to a quarter more than usual can be reached, up to twice
 * is ambitious. What does not add up is compared with the best week: reached before, or up to a quarter beyond it.
 */
function achievable(goal: DraftGoal): Mark {
  const { kpi, baseline, target, dueOn, weeks } = goal
  const say = (state: Mark['state'], code: string, params = {}): Mark => ({ mark: 'achievable', state, code, params })
  if (kpi === null || baseline === null || target === null || dueOn === null) return say('missing', 'unknown')
  const known = weeks.filter((value) => value !== null)
  if (known.length < 2 || known.every((value) => value === 0n)) return say('doubtful', 'no-history')
  if (!kpi.growsOnly) return againstBest(known, target, kpi.direction, say)
  const days = BigInt(Math.max(1, daysBetween(goal.startsOn, dueOn)))
  const needed = ((target - baseline) * 7n) / days
  const usual = known.reduce((sum, value) => sum + value, 0n) / BigInt(known.length)
  const params = { needed: decimalOf(rounded(needed)), usual: decimalOf(rounded(usual)), weeks: known.length }
  if (needed * 100n <= usual * 125n) return say('true', 'usual', params)
  return needed <= usual * 2n ? say('doubtful', 'ambitious', params) : say('missing', 'far', params)
}

type Say = (state: Mark['state'], code: string, params?: Record<string, string | number>) => Mark

function againstBest(known: readonly bigint[], target: bigint, direction: 'up' | 'down', say: Say): Mark {
  const up = direction === 'up'
  const best = known.reduce((one, other) => (other > one === up ? other : one))
  const params = { best: decimalOf(rounded(best)), weeks: known.length }
  if (up ? target <= best : target >= best) return say('true', 'reached-before', params)
  const near = up ? target * 100n <= best * 125n : target * 100n >= best * 75n
  return near ? say('doubtful', 'beyond-best', params) : say('missing', 'far-beyond-best', params)
}

function relevant({ objectives, dueOn }: DraftGoal): Mark {
  const say = (state: Mark['state'], code: string, params = {}): Mark => ({ mark: 'relevant', state, code, params })
  const [first] = objectives
  if (first === undefined) return say('missing', 'none')
  const over = objectives.find((objective) => dueOn !== null && objective.endsOn < dueOn)
  if (over !== undefined) return say('doubtful', 'over', { title: over.title, day: over.endsOn })
  return say('true', 'true', { title: first.title, others: objectives.length - 1 })
}

function timeBound({ startsOn, dueOn, today }: DraftGoal): Mark {
  const say = (state: Mark['state'], code: string, params = {}): Mark => ({ mark: 'time-bound', state, code, params })
  if (dueOn === null) return say('missing', 'none')
  if (dueOn < today) return say('missing', 'past', { day: dueOn })
  const params = { day: dueOn, days: daysBetween(today, dueOn) }
  return daysBetween(startsOn, dueOn) < 14 ? say('doubtful', 'short', params) : say('true', 'true', params)
}

/** To hundredths: these figures are said in sentences. */
function rounded(units: bigint): bigint {
  const step = ONE / 100n
  return ((units + (units < 0n ? -step : step) / 2n) / step) * step
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}
