import type { Chart } from './records.ts'

/** Where the chart itself shows that somebody is missing. */
export type ChartGap =
  | {
      readonly kind: 'vacant'
      readonly id: string
      readonly title: string
      readonly unit: string
      readonly since: string | null
    }
  | { readonly kind: 'representative'; readonly id: string; readonly unit: string }
  | { readonly kind: 'line'; readonly id: string; readonly name: string }
  | { readonly kind: 'unplaced'; readonly count: number }

/** The gaps of a chart: vacant positions first, then departments nobody represents, positions on no line, people without one. */
export function gapsIn(chart: Chart): readonly ChartGap[] {
  const units = new Map(chart.units.map((unit) => [unit.id, unit.name]))
  const linked = new Set(chart.lines.flatMap((line) => [line.positionId, line.superiorId]))
  return [
    ...chart.positions.flatMap((position): ChartGap[] =>
      position.person === null
        ? [
            {
              kind: 'vacant',
              id: position.id,
              title: position.title,
              unit: units.get(position.unitId) ?? '',
              since: position.vacantSince,
            },
          ]
        : [],
    ),
    ...chart.units.flatMap((unit): ChartGap[] =>
      unit.kind === 'department' && unit.representative === null && !unit.centre
        ? [{ kind: 'representative', id: unit.id, unit: unit.name }]
        : [],
    ),
    ...chart.positions.flatMap((position): ChartGap[] =>
      position.person !== null && !linked.has(position.id) && chart.positions.length > 1
        ? [{ kind: 'line', id: position.id, name: position.person.name }]
        : [],
    ),
    ...(chart.unplaced.length > 0 ? [{ kind: 'unplaced', count: chart.unplaced.length } as const] : []),
  ]
}
