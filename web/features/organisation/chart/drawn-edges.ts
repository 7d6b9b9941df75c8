import type { Spot } from './arrange.ts'
import type { LineEdgeType } from './line-edge.tsx'
import { linePath } from './line-path.ts'
import { kindsOf } from './records.ts'
import type { Chart, Shown } from './records.ts'
import classes from './chart.module.css'

/** The lines between positions that are both in sight: functional ones solid, administrative ones dashed. */
export function drawnEdges(chart: Chart, shown: Shown, spots: readonly Spot[]): LineEdgeType[] {
  const kinds = kindsOf(shown)
  const at = new Map(spots.map((spot) => [spot.id, spot]))
  return chart.lines.flatMap(({ kind, positionId, superiorId }): LineEdgeType[] => {
    const [above, below] = [at.get(superiorId), at.get(positionId)]
    if (!kinds.includes(kind) || above === undefined || below === undefined) return []
    const look = kind === 'functional' ? classes.edgeFunctional : classes.edgeAdministrative
    return [
      {
        id: `${kind} ${positionId}`,
        source: superiorId,
        target: positionId,
        type: 'line',
        data: { path: linePath(spots, above, below, kind) },
        className: look ?? '',
        focusable: false,
        selectable: false,
      },
    ]
  })
}
