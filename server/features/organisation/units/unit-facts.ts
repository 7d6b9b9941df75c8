import type { UnitRecord } from './store.ts'

/** What can be changed of a unit: for its events, and to see what a request alters. */
export function unitFacts(unit: UnitRecord) {
  return {
    name: unit.name,
    kind: unit.kind,
    parentId: unit.parentId,
    description: unit.description,
    centre: unit.centre,
    locale: unit.locale,
    timeZone: unit.timeZone,
    country: unit.country,
    coverHours: unit.coverHours,
  }
}
