import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { WorkingHours } from '#contract/profiles.ts'
import { CORE_TEAM_SIZE, type Gap } from '#contract/team.ts'
import type { Week } from '#contract/units.ts'

export type Hours = z.output<typeof WorkingHours>
export type WeekHours = z.output<typeof Week>
export type GapRecord = z.output<typeof Gap>

/** When somebody should be there where nothing else was said: every day from nine to six. */
export const USUAL_COVER: WeekHours = Array.from({ length: 7 }, () => ({ from: '09:00', until: '18:00' }))

export interface CoverPerson {
  readonly languages: readonly string[]
  readonly hours: Hours | null
}
export interface CoverRegion {
  readonly id: string
  readonly name: string
  readonly timeZone: string
  /** The language people there expect, by its code; null where none was set. */
  readonly language: string | null
  readonly wanted: WeekHours
  readonly people: readonly CoverPerson[]
  /** Those of a centre that acts for the region: they count for languages, not for hours. */
  readonly centre: readonly CoverPerson[]
  readonly reviewers: readonly {
    readonly positionId: string
    readonly filled: boolean
    readonly vacantSince: string | null
  }[]
}
export interface CoverDepartment {
  readonly id: string
  readonly name: string
  readonly represented: boolean
}
export interface CoverageFacts {
  readonly departments: readonly CoverDepartment[]
  readonly regions: readonly CoverRegion[]
  readonly coreTeam: number
  readonly now: Date
}

const NOTHING = {
  unit: null,
  positionId: null,
  vacantSince: null,
  language: null,
  count: null,
  hours: null,
  days: [],
} satisfies Omit<GapRecord, 'kind'>

/** Everything that is missing: what concerns the whole first, then department by department and region by region. */
export function findGaps({ departments, regions, coreTeam, now }: CoverageFacts): GapRecord[] {
  const gaps: GapRecord[] = []
  if (coreTeam < CORE_TEAM_SIZE.fewest || coreTeam > CORE_TEAM_SIZE.most)
    gaps.push({ ...NOTHING, kind: 'core-team', count: coreTeam })
  for (const { id, name, represented } of departments)
    if (!represented) gaps.push({ ...NOTHING, kind: 'representative', unit: { id, name } })
  for (const region of regions) gaps.push(...gapsOfRegion(region, now))
  return gaps
}

function gapsOfRegion(region: CoverRegion, now: Date): GapRecord[] {
  const unit = { id: region.id, name: region.name }
  const gaps: GapRecord[] = []
  if (!region.reviewers.some(({ filled }) => filled)) {
    const vacant = region.reviewers[0]
    gaps.push({
      ...NOTHING,
      kind: 'reviewer',
      unit,
      positionId: vacant?.positionId ?? null,
      vacantSince: vacant?.vacantSince ?? null,
    })
  }
  const { language } = region
  if (language !== null && ![...region.people, ...region.centre].some(({ languages }) => languages.includes(language)))
    gaps.push({ ...NOTHING, kind: 'language', unit, language })
  const bare = bareHours(countPeople(region.people, region.timeZone, now), region.wanted)
  if (bare.hours > 0) gaps.push({ ...NOTHING, kind: 'hours', unit, ...bare })
  return gaps
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const DAYS = [0, 1, 2, 3, 4, 5, 6] as const
const WEEK_MINUTES = 7 * 24 * 60

/** How many people are there in each hour of a week, by the clock of `timeZone`. An hour counts where its middle is worked. */
export function countPeople(people: readonly Pick<CoverPerson, 'hours'>[], timeZone: string, now: Date): number[][] {
  const known = people.flatMap(({ hours }) => (hours === null ? [] : [hours]))
  return DAYS.map((day) =>
    HOURS.map((hour) => known.filter((hours) => worksAt(hours, day * 1440 + hour * 60 + 30, timeZone, now)).length),
  )
}

/** Zones differ by what they differ today; a week in which clocks change is an hour out for one of its days. */
function worksAt({ timeZone: own, week }: Hours, minute: number, timeZone: string, now: Date): boolean {
  const local = (minute + offsetOf(own, now) - offsetOf(timeZone, now) + WEEK_MINUTES) % WEEK_MINUTES
  const span = week[Math.floor(local / 1440)]
  const clock = local % 1440
  return span != null && minutesOf(span.from) <= clock && clock < minutesOf(span.until)
}

function offsetOf(timeZone: string, now: Date): number {
  return Math.round(
    Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).offsetNanoseconds / 60e9,
  )
}

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}

/** The hours of a week in which nobody is there though somebody should, and the days they fall on (1 is Monday). */
export function bareHours(
  people: readonly (readonly number[])[],
  wanted: WeekHours,
): { hours: number; days: number[] } {
  const bare = DAYS.map((day) => {
    const span = wanted[day]
    if (span == null) return 0
    const [from, until] = [minutesOf(span.from), minutesOf(span.until)]
    return HOURS.filter((hour) => {
      const middle = hour * 60 + 30
      return from <= middle && middle < until && (people[day]?.[hour] ?? 0) === 0
    }).length
  })
  return {
    hours: bare.reduce((sum, count) => sum + count, 0),
    days: DAYS.filter((day) => (bare[day] ?? 0) > 0).map((day) => day + 1),
  }
}
