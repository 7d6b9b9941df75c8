import { PLACE_STRENGTHS, type COVERAGE_COLUMNS } from '#contract/audiences.ts'

type Strength = (typeof PLACE_STRENGTHS)[number]

export interface Said {
  readonly posts: number
  readonly published: number
  readonly pieces: number
}

/** What was counted of one audience (null: of none) in one column (null: in all of them). */
export interface SaidFact extends Said {
  readonly audienceId: string | null
  readonly key: string | null
}

export interface CoveredAudience {
  readonly id: string
  readonly name: string
  readonly campaigns: number
  readonly places: readonly { readonly platform: string; readonly strength: Strength }[]
}

const NOTHING: Said = { posts: 0, published: 0, pieces: 0 }

/** The months that a stretch of days touches, as `2026-11`, in order. Days are `YYYY-MM-DD`. */
export function monthsBetween(startsOn: string, endsOn: string): string[] {
  const months: string[] = []
  for (let month = startsOn.slice(0, 7); month <= endsOn.slice(0, 7); month = monthAfter(month)) months.push(month)
  return months
}

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/**
 * The platforms that coverage looks at: those of channels and posts, then those where audiences gather. A name written in
 * other capitals is the same platform.
 */
export function platformsOf(used: readonly string[], audiences: readonly CoveredAudience[]): string[] {
  const known = new Map<string, string>()
  for (const name of [...[...used].sort(), ...audiences.flatMap(({ places }) => places.map((one) => one.platform))])
    if (!known.has(fold(name))) known.set(fold(name), name)
  return [...known.values()]
}

function fold(name: string): string {
  return name.trim().toLowerCase()
}

interface Counted {
  readonly by: (typeof COVERAGE_COLUMNS)[number]
  readonly columns: readonly string[]
  readonly audiences: readonly CoveredAudience[]
  readonly facts: readonly SaidFact[]
}

/**
 * One row an audience, one cell a column, with the gaps: an audience to which no post speaks, a month without a post, and a
 * platform where it gathers and nobody speaks.
 */
export function assembleCoverage({ by, columns, audiences, facts }: Counted) {
  const found = new Map(facts.map((fact) => [nameOf(fact.audienceId, fact.key), fact]))
  const said = (audienceId: string | null, key: string | null): Said => {
    const { posts, published, pieces } = found.get(nameOf(audienceId, key)) ?? NOTHING
    return { posts, published, pieces }
  }
  const rows = audiences.map(({ id, name, campaigns, places }) => {
    const gathers = strongest(places)
    const total = said(id, null)
    const cells = columns.map((key) => {
      const strength = by === 'platform' ? (gathers.get(fold(key)) ?? null) : null
      const cell = said(id, key)
      return { key, ...cell, gathers: strength, gap: cell.posts === 0 && (by === 'month' || strength !== null) }
    })
    return { audience: { id, name }, campaigns, total, cells, gap: total.posts === 0 }
  })
  const unnamed = { total: said(null, null), cells: columns.map((key) => ({ key, ...said(null, key) })) }
  return { rows, unnamed }
}

/** How much time is spent on each platform; of a platform that stands there twice, the most. */
function strongest(places: CoveredAudience['places']): ReadonlyMap<string, Strength> {
  const weakestFirst = places.toSorted(
    (one, other) => PLACE_STRENGTHS.indexOf(other.strength) - PLACE_STRENGTHS.indexOf(one.strength),
  )
  return new Map(weakestFirst.map(({ platform, strength }) => [fold(platform), strength]))
}

function nameOf(audienceId: string | null, key: string | null): string {
  return JSON.stringify([audienceId, key])
}
