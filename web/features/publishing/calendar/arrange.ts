import type { CalendarPost } from '../records.ts'
import { dayReader } from '../wall-clock.ts'

/** Two posts of one channel closer than this take each other's readers. */
export const CLASH_MINUTES = 30

/** A post with its day in the reader's zone and, where it clashes, the minutes to the post before or after it. */
export interface PlacedPost {
  readonly post: CalendarPost
  readonly day: string
  /** Minutes to the nearest post of the same channel, where they are too close. */
  readonly clash: number | null
  /** Whether it is the later of two that clash: the words are shown there, once. */
  readonly clashesWithEarlier: boolean
}

const WAITING = new Set(['planned', 'sending', 'retry-at', 'held'])
const OUT = new Set(['published', 'unknown', 'needs-person'])

function minutesApart(one: CalendarPost, other: CalendarPost): number {
  return Math.round(Math.abs(Date.parse(one.dueAt) - Date.parse(other.dueAt)) / 60_000)
}

function clash(one: CalendarPost, other: CalendarPost | undefined): number | null {
  if (other === undefined || !(WAITING.has(one.state) || WAITING.has(other.state))) return null
  const apart = minutesApart(one, other)
  return apart < CLASH_MINUTES ? apart : null
}

/** Posts in the order of time with their days and clashes. Cancelled, failed and removed posts clash with nothing. */
export function arrange(posts: readonly CalendarPost[], timeZone: string): readonly PlacedPost[] {
  const ordered = [...posts].sort(
    (one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt) || one.id.localeCompare(other.id),
  )
  const byChannel = Map.groupBy(
    ordered.filter((post) => WAITING.has(post.state) || OUT.has(post.state)),
    (post) => post.channel.id,
  )
  const clashes = new Map<string, { minutes: number; earlier: boolean }>()
  for (const line of byChannel.values()) {
    for (const [place, post] of line.entries()) {
      const before = clash(post, line[place - 1])
      const after = clash(post, line[place + 1])
      const nearest = [before, after].filter((minutes) => minutes !== null)
      if (nearest.length > 0) clashes.set(post.id, { minutes: Math.min(...nearest), earlier: before !== null })
    }
  }
  const dayOf = dayReader(timeZone)
  return ordered.map((post) => ({
    post,
    day: dayOf(post.dueAt),
    clash: clashes.get(post.id)?.minutes ?? null,
    clashesWithEarlier: clashes.get(post.id)?.earlier ?? false,
  }))
}

/** Posts by day, or by channel and day under the key `channel day`. */
export function byDay(placed: readonly PlacedPost[]): ReadonlyMap<string, readonly PlacedPost[]> {
  return Map.groupBy(placed, (one) => one.day)
}

export function byLane(placed: readonly PlacedPost[]): ReadonlyMap<string, readonly PlacedPost[]> {
  return Map.groupBy(placed, (one) => `${one.post.channel.id} ${one.day}`)
}

/** Runs of two or more days from today on without a post, as first place and length within the week. */
export function emptyRuns(
  days: readonly string[],
  isEmpty: (day: string) => boolean,
  today: string,
): readonly { readonly from: number; readonly length: number }[] {
  const runs: { from: number; length: number }[] = []
  for (const [place, day] of days.entries()) {
    if (day < today || !isEmpty(day)) continue
    const last = runs.at(-1)
    if (last !== undefined && last.from + last.length === place) last.length += 1
    else runs.push({ from: place, length: 1 })
  }
  return runs.filter((run) => run.length > 1)
}
