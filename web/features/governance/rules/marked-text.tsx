import type { RuleFinding } from './rule-records.ts'
import classes from './rules.module.css'

const WEIGHT = { inform: 1, warn: 2, block: 3 } as const

/** A text with what was found in it marked; where findings overlap, the gravest. */
export function MarkedText({ text, findings }: { readonly text: string; readonly findings: readonly RuleFinding[] }) {
  const ranges = findings.flatMap(({ place, start, end, severity }) =>
    place !== 'text' || start === null || end === null || end > text.length ? [] : [{ start, end, severity }],
  )
  const borders = [...new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [start, end])])].sort(
    (one, other) => one - other,
  )
  return (
    <p className={classes.marked}>
      {borders.slice(1).map((end, place) => {
        const start = borders[place] ?? 0
        const gravest = ranges
          .filter((range) => range.start <= start && range.end >= end)
          .sort((one, other) => WEIGHT[other.severity] - WEIGHT[one.severity])[0]
        const piece = text.slice(start, end)
        return gravest === undefined ? (
          piece
        ) : (
          <mark key={start} data-severity={gravest.severity}>
            {piece}
          </mark>
        )
      })}
    </p>
  )
}
