import type { z } from 'zod'
import type { Direction } from '#contract/strategy.ts'
import type { DirectionRow } from './store.ts'

/** Vision, mission and values as the contract describes them; empty, in version 1, while nobody has written any. */
export function showDirection(row: DirectionRow | null): z.infer<typeof Direction> {
  if (row === null) return { vision: '', mission: '', values: '', version: 1, changedAt: null, changedBy: null }
  return {
    vision: row.vision,
    mission: row.mission,
    values: row.values_held,
    version: row.version,
    changedAt: row.changed_at?.toISOString() ?? null,
    changedBy:
      row.changed_by !== null && row.changed_by_name !== null
        ? { id: row.changed_by, name: row.changed_by_name }
        : null,
  }
}
