import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'

export type Trace = InferContractRouterOutputs<Contract>['measurement']['trace']
export type Station = Trace['stations'][number]
export type StationType = Station['type']

/** How a station is drawn: its own mark and the line that leaves it. */
export interface StationShape {
  readonly station: Station
  readonly marks: readonly ('here' | 'gap' | 'soon' | 'end' | 'cut' | 'tosoon')[]
}

function ownMark(station: Station): StationShape['marks'] {
  if (station.state === 'gap') return ['gap']
  if (station.state === 'here') return ['here']
  if (station.state === 'not-yet') return ['soon']
  return station.type === 'result' ? ['end'] : []
}

/** A line is broken towards a gap, and dotted towards what is not there yet. */
function leavingMark(next: Station | undefined): StationShape['marks'] {
  if (next?.state === 'gap') return ['cut']
  return next?.state === 'not-yet' ? ['tosoon'] : []
}

/** Says for each station how it and the line after it are drawn. */
export function shapeTrace(trace: Trace): readonly StationShape[] {
  return trace.stations.map((station, place) => ({
    station,
    marks: [...ownMark(station), ...(station.state === 'gap' ? [] : leavingMark(trace.stations[place + 1]))],
  }))
}

export type RecordStation = Exclude<StationType, 'result'>

/**
 * The record on whose page a gap can be closed: the nearest one below it, which lacks the link, else the nearest above.
 * Null where the next part is missing too: that one comes first.
 */
export function closesGap(
  trace: Trace,
  gap: StationType,
): { readonly type: RecordStation; readonly id: string } | null {
  const place = trace.stations.findIndex((station) => station.type === gap)
  if (trace.stations[place + 1]?.state === 'gap') return null
  const nearest = [...trace.stations.slice(place + 1), ...trace.stations.slice(0, Math.max(place, 0)).reverse()]
  for (const { type, items } of nearest) {
    const [first] = items
    if (type !== 'result' && first !== undefined) return { type, id: first.id }
  }
  return null
}
