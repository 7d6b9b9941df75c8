import { useMemo } from 'react'
import type { Chart, ChartPosition } from './records.ts'
import type { Tree } from './tree.ts'

export type Mark = 'centre' | 'representative' | 'alone'

/** What is to be said of a position beside its name. */
export function useMarks(chart: Chart, tree: Tree): (position: ChartPosition) => readonly Mark[] {
  return useMemo(() => {
    const units = new Map(chart.units.map((unit) => [unit.id, unit]))
    const heads = new Set(headsOfCentres(chart, tree))
    return (position) => {
      const unit = units.get(position.unitId)
      const represents = unit?.representative != null && unit.representative.id === position.person?.id
      return [
        ...(heads.has(position.id) ? (['centre'] as const) : []),
        ...(represents ? (['representative'] as const) : []),
        ...(tree.alone.has(position.id) ? (['alone'] as const) : []),
      ]
    }
  }, [chart, tree])
}

/** In a centre of excellence, the positions whose superior stands outside of it: its upper end. */
function headsOfCentres(chart: Chart, tree: Tree): string[] {
  const centres = new Set(chart.units.filter((unit) => unit.centre).map((unit) => unit.id))
  return chart.positions.flatMap(({ id, unitId }) => {
    if (!centres.has(unitId)) return []
    const above = tree.byId.get(tree.parents.get(id) ?? '')
    return above?.unitId === unitId ? [] : [id]
  })
}
