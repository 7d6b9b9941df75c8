import { LEVELS } from '#contract/actions.ts'
import type { Level } from '#contract/actions.ts'

/** The level named in the address; the person's own where none or an unknown one is named. */
export function readLevel(text: string | undefined, own: Level): Level {
  return LEVELS.find((level) => level === text) ?? own
}
