import type { Node, NodeProps } from '@xyflow/react'
import { memo } from 'react'
import classes from './chart.module.css'

export type BandNodeType = Node<{ readonly name: string }, 'band'>

/** The ground on which the people of a region or brand stand. */
export const BandNode = memo(function BandNode({ data }: NodeProps<BandNodeType>) {
  return (
    <div className={classes.band}>
      <span>{data.name}</span>
    </div>
  )
})
