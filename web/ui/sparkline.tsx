import { polyline, spread } from './scale.ts'
import classes from './chart.module.css'

interface SparklineProps {
  readonly values: readonly number[]
  /** What it shows, with its first and last value: the drawing is read out as this sentence. */
  readonly label: string
  readonly width?: number
  readonly height?: number
}

/** A line without axes for a row of a table; the last point is marked. Draws nothing for fewer than two values. */
export function Sparkline({ values, label, width = 72, height = 20 }: SparklineProps) {
  if (values.length < 2) return null
  const points = spread(values, { width, height, floor: Math.min(...values), ceiling: Math.max(...values) })
  const last = points.at(-1)
  return (
    <svg
      className={classes.spark}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <polyline points={polyline(points)} />
      {last !== undefined && <circle cx={last.x} cy={last.y} r={2.5} />}
    </svg>
  )
}
