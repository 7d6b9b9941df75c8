export interface Brought {
  readonly posts: number
  readonly clicks: number
  /** Null where no platform has counted: that is no 0. */
  readonly engagements: number | null
}

/** Adds up what posts brought; engagements are known as soon as one part of them is. */
export function sumBrought(rows: readonly Brought[]): Brought {
  const counted = rows.flatMap((row) => row.engagements ?? [])
  return {
    posts: rows.reduce((sum, row) => sum + row.posts, 0),
    clicks: rows.reduce((sum, row) => sum + row.clicks, 0),
    engagements: counted.length === 0 ? null : counted.reduce((sum, count) => sum + count, 0),
  }
}
