import { useElementSize } from '@mantine/hooks'
import { ChartTable } from './chart-table.tsx'
import { polyline, roundCeiling, spread } from './scale.ts'
import classes from './chart.module.css'

export interface Line {
  readonly name: string
  /** One value a label; null where nothing is known. */
  readonly values: readonly (number | null)[]
  readonly tone?: 'accent' | 'mute' | 'good'
  /** For a path that is needed or expected, not measured. */
  readonly dashed?: boolean
}

/** A range around a line, such as where a forecast will probably lie; null where nothing is known. */
export interface Range {
  readonly name: string
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
}

interface LinesProps {
  readonly title: string
  /** What the labels are, for the table alternative: "Day". */
  readonly across: string
  readonly labels: readonly string[]
  readonly lines: readonly Line[]
  readonly format: (value: number) => string
  readonly range?: Range | undefined
  /** Fills the space under the first line. */
  readonly area?: boolean
  readonly height?: number
}

const LEFT = 56
const RIGHT = 64
/** Until the place is measured. */
const WIDTH = 560
const COLOUR = { accent: 'var(--accent)', mute: 'var(--mute-fill)', good: 'var(--good-fill)' } as const
const WORDS = { accent: 'var(--accent-text)', mute: 'var(--text-2)', good: 'var(--good)' } as const

function known(line: Line): readonly number[] {
  return line.values.filter((value) => value !== null)
}

/** Lines over time with a round axis and their names at their ends; a hidden table gives every value. */
export function Lines({ title, across, labels, lines, format, range, area = false, height = 200 }: LinesProps) {
  // Drawn as wide as its place, so that ticks and names keep their size on a phone.
  const { ref, width: measured } = useElementSize<HTMLElement>()
  const width = measured || WIDTH
  const all = [
    ...lines.flatMap(known),
    ...[...(range?.low ?? []), ...(range?.high ?? [])].filter((one) => one !== null),
  ]
  const ceiling = roundCeiling(Math.max(0, ...all))
  const floor = Math.min(0, ...all)
  const frame = { width: width - LEFT - RIGHT, height: height - 32, floor, ceiling }
  return (
    <figure className={classes.figure} ref={ref}>
      <svg className={classes.plot} viewBox={`0 0 ${width} ${height}`} aria-hidden>
        <g transform={`translate(${LEFT} 8)`}>
          <Axis frame={frame} format={format} labels={labels} />
          {range !== undefined && <DrawnRange range={range} frame={frame} />}
          {lines.map((line, place) => (
            <Drawn key={line.name} line={line} frame={frame} area={area && place === 0} />
          ))}
        </g>
      </svg>
      <ChartTable
        caption={title}
        heads={[across, ...lines.map((line) => line.name), ...(range === undefined ? [] : [range.name])]}
        rows={labels.map((label, place) => [
          label,
          ...lines.map((line) => text(line.values[place], format)),
          ...(range === undefined ? [] : [`${text(range.low[place], format)} – ${text(range.high[place], format)}`]),
        ])}
      />
    </figure>
  )
}

function text(value: number | null | undefined, format: (value: number) => string): string {
  return value === null || value === undefined ? '–' : format(value)
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly floor: number
  readonly ceiling: number
}

function Axis({
  frame,
  format,
  labels,
}: {
  frame: Frame
  format: (value: number) => string
  labels: readonly string[]
}) {
  const ends = [...new Set([0, Math.floor((labels.length - 1) / 2), labels.length - 1])].filter((place) => place >= 0)
  const step = labels.length > 1 ? frame.width / (labels.length - 1) : 0
  return (
    <>
      {[0, 0.5, 1].map((share) => (
        <g key={share} transform={`translate(0 ${frame.height * (1 - share)})`}>
          <line className={classes.grid} x1={0} x2={frame.width} y1={0} y2={0} />
          <text className={classes.tick} x={-8} y={4} textAnchor="end">
            {format(frame.floor + (frame.ceiling - frame.floor) * share)}
          </text>
        </g>
      ))}
      {ends.map((place) => (
        <text key={place} className={classes.tick} x={place * step} y={frame.height + 18} textAnchor="middle">
          {labels[place]}
        </text>
      ))}
    </>
  )
}

function DrawnRange({ range: { low, high }, frame }: { range: Range; frame: Frame }) {
  const places = low.map((_, place) => place).filter((place) => low[place] !== null && high[place] !== null)
  const at = (values: readonly (number | null)[]) => {
    const spreadOut = spread(
      values.map((value) => value ?? frame.floor),
      frame,
    )
    return places.flatMap((place) => spreadOut[place] ?? [])
  }
  if (places.length < 2) return null
  return <polygon className={classes.range} points={`${polyline(at(high))} ${polyline(at(low).toReversed())}`} />
}

function Drawn({ line, frame, area }: { line: Line; frame: Frame; area: boolean }) {
  const tone = line.tone ?? 'accent'
  const measured = known(line)
  const last = line.values.findLastIndex((value) => value !== null)
  const places = spread(
    line.values.map((value) => value ?? frame.floor),
    frame,
  ).filter((_, place) => line.values[place] !== null)
  const end = places.at(-1)
  const start = places[0]
  if (end === undefined || start === undefined || last < 0 || measured.length === 0) return null
  return (
    <>
      {area && (
        <polygon
          className={classes.band}
          points={`${start.x},${frame.height} ${polyline(places)} ${end.x},${frame.height}`}
        />
      )}
      <polyline
        className={line.dashed ? `${classes.line} ${classes.dashed}` : classes.line}
        points={polyline(places)}
        stroke={COLOUR[tone]}
      />
      <circle cx={end.x} cy={end.y} r={3.5} fill={COLOUR[tone]} />
      <text className={classes.name} x={end.x + 8} y={end.y + 4} fill={WORDS[tone]}>
        {line.name}
      </text>
    </>
  )
}
