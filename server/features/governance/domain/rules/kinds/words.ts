import { runPattern } from '../pattern/program.ts'
import type { Rule } from '../draft.ts'
import { ofDraft, ofStretch, type Looked, type Noticed, type SegmentHit } from './notice-of.ts'

/** Words to avoid, words that need approval, taboos. */
export function findTerms(rule: Rule, looked: Looked): readonly Noticed[] {
  const approval = rule.definition.kind === 'term' && rule.definition.use === 'approval'
  return looked
    .hitsOf(rule, 'find')
    .map(({ segment, hit }) => ofStretch(segment, hit, approval ? { code: 'term.approval', params: {} } : null))
}

/** Names that are written in another way than the rule has them; their endings are left alone. */
export function findSpellings(rule: Rule, looked: Looked): readonly Noticed[] {
  return looked.hitsOf(rule, 'find').flatMap(({ segment, hit }) => {
    const written = segment.text.slice(hit.start, hit.stemEnd)
    const hashtag = segment.hashtags.some(({ start, end }) => start < hit.start && hit.end <= end)
    if (written === hit.term || hashtag) return []
    return [{ ...ofStretch(segment, { start: hit.start, end: hit.stemEnd }), suggestion: hit.term }]
  })
}

/** Stretches that a pattern fits. */
export function findPatterns(rule: Rule, { rules, segments }: Looked): readonly Noticed[] {
  const program = rules.pattern(rule)
  if (program === null) return []
  return segments.flatMap((segment) =>
    runPattern(program, segment.text, segment.lower).map((hit) => ofStretch(segment, hit)),
  )
}

/** A label or a notice that a text has to have, because of a trigger in it or always. Marked is what asks for it. */
export function findMissing(rule: Rule, looked: Looked): readonly Noticed[] {
  const { definition } = rule
  if (definition.kind !== 'disclosure' && definition.kind !== 'notice') return []
  const triggers = looked.hitsOf(rule, 'trigger').filter(({ segment }) => segment.place !== 'alt-text')
  const first = triggers[0]
  if (definition.triggers.length > 0 && first === undefined) return []
  const labels = looked.hitsOf(rule, 'label').filter(({ segment }) => segment.place !== 'alt-text')
  const beginning = definition.kind === 'disclosure' && definition.place === 'beginning'
  if (beginning ? labels.some(begins) : labels.length > 0) return []
  const offered = definition.kind === 'disclosure' ? definition.labels : definition.texts
  const note = {
    code: `${definition.kind}.${beginning && labels.length > 0 ? 'not-first' : 'missing'}`,
    params: { labels: offered.join(', ') },
  }
  return [first === undefined ? ofDraft(note.code, note.params) : ofStretch(first.segment, first.hit, note)]
}

/** The very beginning, or behind nothing but signs. */
function begins({ segment, hit }: SegmentHit): boolean {
  return segment.part === 0 && !/[\p{L}\p{N}]/u.test(segment.text.slice(0, hit.start))
}
