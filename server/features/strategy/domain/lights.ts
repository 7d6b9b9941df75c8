import type { LIGHTS } from '#contract/scorecard.ts'
import type { STANDINGS } from '#contract/strategy.ts'

export type Light = (typeof LIGHTS)[number]

export interface Thresholds {
  readonly direction: 'up' | 'down'
  /** In millionths. From `green` on it is green, from `amber` on amber; for what should fall, up to it. */
  readonly green: bigint
  readonly amber: bigint
}

/** Green must be better than amber; equal thresholds leave no amber and are refused as well. */
export function areInOrder({ direction, green, amber }: Thresholds): boolean {
  return direction === 'up' ? green > amber : green < amber
}

/** The light of a value; grey where there is none. A value on a threshold has reached it. */
export function lightOf({ direction, green, amber }: Thresholds, value: bigint | null): Light {
  if (value === null) return 'grey'
  const reaches = (threshold: bigint) => (direction === 'up' ? value >= threshold : value <= threshold)
  if (reaches(green)) return 'green'
  return reaches(amber) ? 'amber' : 'red'
}

const OF_STANDING: Readonly<Record<(typeof STANDINGS)[number], Light>> = {
  'on-path': 'green',
  reached: 'green',
  'at-risk': 'amber',
  behind: 'red',
  missed: 'red',
  'not-measured': 'grey',
}

/** The light of a goal, by where it stands against the path it needs. */
export function lightOfStanding(standing: (typeof STANDINGS)[number]): Light {
  return OF_STANDING[standing]
}

/** An objective is as bad as its worst measure; grey only where none of them has a value. */
export function worstLight(lights: readonly Light[]): Light {
  return (['red', 'amber', 'green'] as const).find((light) => lights.includes(light)) ?? 'grey'
}
