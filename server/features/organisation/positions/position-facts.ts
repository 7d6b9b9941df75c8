import type { PositionRecord } from './store.ts'

/** What can be changed of a position: for its events, and to see what a request alters. */
export function positionFacts(position: PositionRecord) {
  return {
    unitId: position.unit.id,
    title: position.title,
    description: position.description,
    duty: position.duty,
    personId: position.person?.id ?? null,
  }
}
