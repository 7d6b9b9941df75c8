import type { Direction } from '../records.ts'

/** What stands above every objective, in the order in which it is read. */
export const DIRECTION_PARTS = ['vision', 'mission', 'values'] as const

/** The texts that can be written. */
export function partsOf({ vision, mission, values }: Direction) {
  return { vision, mission, values }
}
