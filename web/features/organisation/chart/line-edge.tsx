import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'

export type LineEdgeType = Edge<{ readonly path: string }, 'line'>

/** A reporting line, along the way that was laid for it. It stays where it is while a position is dragged. */
export const LineEdge = memo(function LineEdge({ id, data }: EdgeProps<LineEdgeType>) {
  return <BaseEdge id={id} path={data?.path ?? ''} interactionWidth={0} />
})
