import type { Chart, ChartPosition } from './records.ts'

/** A position in one line for lists to choose from: its title, and who holds it. */
export function positionLabel({ title, person }: ChartPosition): string {
  return person === null ? title : `${title} · ${person.name}`
}

/** Who somebody would name when asked for it: the holder, or the position where nobody holds it. */
export function holderOf({ title, person }: ChartPosition): string {
  return person?.name ?? title
}

/** A chart's positions, quick to find. */
export function positionsById(chart: Chart): ReadonlyMap<string, ChartPosition> {
  return new Map(chart.positions.map((position) => [position.id, position]))
}
