import type { Reading } from './records.ts'

export const PROFILE_PARTS = [
  ['hasPicture', 'picture'],
  ['hasText', 'text'],
  ['hasLink', 'link'],
  ['isVerified', 'verified'],
] as const

/** How complete a profile is: of the parts that are known, how many are there. */
export function profileOf(reading: Reading | null): { done: number; known: number } {
  const parts = PROFILE_PARTS.map(([name]) => reading?.[name] ?? null).filter((part) => part !== null)
  return { done: parts.filter(Boolean).length, known: parts.length }
}
