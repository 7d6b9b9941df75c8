const DOUBLE_CLICK_MS = 10_000
/** So that one visitor cannot fill the disk. */
export const MOST_CLICKS_A_DAY = 50

export interface EarlierClick {
  readonly id: string
  readonly at: Date
}

/**
 * The click that a further one of the same visitor on the same link belongs to: the last one, within ten seconds of it or when
 * the visitor has had all that are stored in a day. Null: it counts by itself. `earlier` are today's, latest first.
 */
export function repeatedClick(earlier: readonly EarlierClick[], now: Date): EarlierClick | null {
  const last = earlier[0]
  if (last === undefined) return null
  const soon = now.getTime() - last.at.getTime() < DOUBLE_CLICK_MS
  return soon || earlier.length >= MOST_CLICKS_A_DAY ? last : null
}
