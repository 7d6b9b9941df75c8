import type { RuleFinding } from '#contract/rule-records.ts'
import type { Aim, Draft, Rule } from '../draft.ts'
import type { CompiledRules, TermOwner } from '../compile-rules.ts'
import type { Address, FormalityLanguage } from '../language/formality.ts'
import type { Segment } from '../segments.ts'
import type { TermHit } from '../terms/term-index.ts'

/** What a kind of rule noticed, before it is dressed as a finding. */
export interface Noticed {
  /** Null: of the draft as a whole. */
  readonly segment: Segment | null
  readonly start: number | null
  readonly end: number | null
  readonly note: RuleFinding['note']
  readonly suggestion?: string
  /** What the finding is called where it has no place in the text. */
  readonly words?: string
}

export interface SegmentHit {
  readonly segment: Segment
  readonly hit: TermHit<TermOwner>
}

/** Everything that a kind may look at. */
export interface Looked {
  readonly rules: CompiledRules
  readonly draft: Draft
  readonly aim: Aim
  readonly segments: readonly Segment[]
  /** How a text addresses its reader; looked for once, however many rules ask. */
  readonly addressesIn: (segment: Segment, language: FormalityLanguage) => readonly Address[]
  readonly hitsOf: (rule: Rule, role: TermOwner['role']) => readonly SegmentHit[]
}

type Note = NonNullable<RuleFinding['note']>

/** A note about the draft as a whole. */
export function ofDraft(code: string, params: Note['params'] = {}, words?: string): Noticed {
  return { segment: null, start: null, end: null, note: { code, params }, ...(words === undefined ? {} : { words }) }
}

/** A note about a stretch of a text. */
export function ofStretch(
  segment: Segment,
  { start, end }: { readonly start: number; readonly end: number },
  note: Note | null = null,
): Noticed {
  return { segment, start, end, note }
}
