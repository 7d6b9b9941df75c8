import { TRACE_TYPES } from '#contract/measurement-records.ts'
import type { ShownResult } from './result.ts'

export type TraceKind = (typeof TRACE_TYPES)[number]
export type SubjectKind = Exclude<TraceKind, 'result'>

export interface TraceItem {
  id: string
  title: string
  detail: string | null
}

/** The first few records of a station, and how many there are. */
export interface Found {
  readonly items: TraceItem[]
  readonly total: number
}

export interface DrawnStation {
  type: TraceKind
  state: 'present' | 'gap' | 'here' | 'not-yet'
  items: TraceItem[]
  total: number
}

/**
 * The six stations in their order. What should exist above the subject and does not is a gap; below it, what is missing is a
 * gap only when something further down exists (posts without a piece), and else not there yet.
 */
export function drawStations(
  subject: SubjectKind,
  found: Readonly<Record<SubjectKind, Found>>,
  result: ShownResult,
): DrawnStation[] {
  const cameBack = result.clicks + result.conversions
  const stations: readonly { type: TraceKind; items: TraceItem[]; total: number }[] = TRACE_TYPES.map((type) =>
    type === 'result' ? { type, items: [], total: cameBack } : { type, ...found[type] },
  )
  const here = TRACE_TYPES.indexOf(subject)
  return stations.map((station, place) => {
    if (place === here) return { ...station, state: 'here' }
    if (station.total > 0) return { ...station, state: 'present' }
    const furtherDown = stations.slice(place + 1).some((below) => below.total > 0)
    return { ...station, state: place < here || furtherDown ? 'gap' : 'not-yet' }
  })
}
