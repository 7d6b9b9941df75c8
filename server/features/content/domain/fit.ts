import { countText } from '#contract/text-count.ts'
import type { TextRule } from '#contract/platforms.ts'

/** The most UTF-16 units of one part, as the contract takes it. */
const MOST_UNITS = 50_000

/** Whether a platform takes a text. A text that fits does so with anything cut off its end. */
export type Fits = (text: string) => boolean

/** Fits by the platform's own counting, with room for what will be put behind the text. */
export function fitsRule(rule: TextRule, ending = ''): Fits {
  return (text) => text.length + ending.length <= MOST_UNITS && countText(rule, text + ending).over === 0
}

/**
 * The last of `count` steps for which `holds`, where it holds for the first ones and no longer after some step; -1 where it
 * holds for none. Asks little about the far ones, which cost most.
 */
export function lastHolding(count: number, holds: (step: number) => boolean): number {
  let low = -1
  let high = 0
  while (high < count && holds(high)) {
    low = high
    high = high * 2 + 1
  }
  let end = Math.min(high, count)
  while (end - low > 1) {
    const middle = Math.floor((low + end) / 2)
    if (holds(middle)) low = middle
    else end = middle
  }
  return low
}
