import type { AddableKind } from '#contract/units.ts'
import type { Unit, UnitRequest, Week } from '../structure-records.ts'

/** What the form of a unit holds while it is typed. */
export type UnitValues = {
  name: string
  kind: AddableKind | 'company' | 'agency'
  parentId: string | null
  description: string
  centre: boolean
  locale: string | null
  timeZone: string | null
  country: string | null
  coverHours: Week | null
}

/** A new unit below another. */
export function emptyUnit(parentId: string): UnitValues {
  return {
    name: '',
    kind: 'department',
    parentId,
    description: '',
    centre: false,
    locale: null,
    timeZone: null,
    country: null,
    coverHours: null,
  }
}

/** The values of a unit that is there. */
export function unitValues(unit: Unit): UnitValues {
  const { name, kind, parentId, description, centre, locale, timeZone, country, coverHours } = unit
  return { name, kind, parentId, description, centre, locale, timeZone, country, coverHours }
}

/** The values as the API takes them. */
export function unitRequest({ kind, parentId, ...values }: UnitValues): UnitRequest {
  return { ...values, kind: kind === 'company' || kind === 'agency' ? 'team' : kind, parentId: parentId ?? '' }
}
