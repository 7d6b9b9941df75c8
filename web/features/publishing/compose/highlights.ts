import { findHashtags, findLinks, findMentions } from '#contract/text-count.ts'
import type { Finding } from '../records.ts'

export type Severity = Finding['severity']

/** A stretch of the text with how it is drawn: in colour as a link, hashtag or mention, and under a finding. */
export interface Highlight {
  readonly text: string
  readonly marked: boolean
  readonly severity: Severity | null
}

const WEIGHT: Readonly<Record<Severity, number>> = { inform: 1, warn: 2, block: 3 }

/** Cuts a text at every border of a mark or finding. Where findings overlap the gravest is drawn. */
export function highlights(
  text: string,
  findings: readonly Pick<Finding, 'from' | 'to' | 'severity'>[],
): readonly Highlight[] {
  const marks = [...findLinks(text), ...findHashtags(text), ...findMentions(text)]
  const ranged = findings.flatMap(({ from, to, severity }) =>
    from === null || to === null || from >= text.length || to <= from
      ? []
      : [{ start: from, end: Math.min(to, text.length), severity }],
  )
  const borders = [
    ...new Set([0, text.length, ...[...marks, ...ranged].flatMap(({ start, end }) => [start, end])]),
  ].sort((one, other) => one - other)
  return borders.slice(1).map((end, place) => {
    const start = borders[place] ?? 0
    const over = ranged.filter((range) => range.start <= start && range.end >= end).map((range) => range.severity)
    return {
      text: text.slice(start, end),
      marked: marks.some((mark) => mark.start <= start && mark.end >= end),
      severity: over.reduce<Severity | null>(
        (gravest, one) => (gravest === null || WEIGHT[one] > WEIGHT[gravest] ? one : gravest),
        null,
      ),
    }
  })
}
