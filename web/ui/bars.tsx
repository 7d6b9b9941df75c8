import { useElementSize } from '@mantine/hooks'
import { ChartTable } from './chart-table.tsx'
import { roundCeiling } from './scale.ts'
import classes from './chart.module.css'

interface BarsProps {
  /** What is drawn; also the caption of the table alternative. */
  readonly title: string
  /** The heads of the table alternative: what a bar stands for, and what is counted. */
  readonly heads: readonly [string, string]
  readonly bars: readonly { readonly label: string; readonly value: number; readonly strong?: boolean }[]
  readonly format: (value: number) => string
  readonly height?: number
}

/** Until the place is measured. */
const WIDTH = 640

/** Upright bars from zero with three labels below; hover shows each value, a hidden table gives all of them. */
export function Bars({ title, heads, bars, format, height = 120 }: BarsProps) {
  // Drawn as wide as its place, so that its labels keep their size on a phone.
  const { ref, width: measured } = useElementSize<HTMLElement>()
  const width = measured || WIDTH
  const ceiling = roundCeiling(Math.max(0, ...bars.map((bar) => bar.value)))
  const step = width / Math.max(bars.length, 1)
  const floor = height - 20
  const labelled = new Set([0, Math.floor(bars.length / 2), bars.length - 1])
  return (
    <figure className={classes.figure} ref={ref}>
      <svg className={classes.plot} viewBox={`0 0 ${width} ${height}`} aria-hidden>
        <line className={classes.grid} x1={0} x2={width} y1={floor} y2={floor} />
        {bars.map((bar, place) => {
          const tall = (bar.value / ceiling) * (floor - 4)
          return (
            <g key={bar.label}>
              <rect
                className={bar.strong ? classes.barStrong : classes.bar}
                x={place * step + step * 0.12}
                width={step * 0.76}
                y={floor - tall}
                height={tall}
                rx={2}
              >
                <title>{`${bar.label}: ${format(bar.value)}`}</title>
              </rect>
              {labelled.has(place) && (
                <text
                  className={classes.tick}
                  x={place * step + step / 2}
                  y={height - 4}
                  textAnchor={anchorOf(place, bars.length)}
                >
                  {bar.label}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <ChartTable caption={title} heads={heads} rows={bars.map((bar) => [bar.label, format(bar.value)])} />
    </figure>
  )
}

function anchorOf(place: number, count: number): 'start' | 'middle' | 'end' {
  if (count > 4 && place === 0) return 'start'
  return count > 4 && place === count - 1 ? 'end' : 'middle'
}
