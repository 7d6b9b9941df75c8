import type { Language } from '#contract/kinds.ts'
import { translate } from '#server/kernel/translate.ts'
import { dayOfInstant } from '../in-words.ts'
import type { ShownBlock, ShownContent } from '../show-content.ts'
import type { VersionRow } from '../store-versions.ts'

/** A plan that is to be handed to somebody, with what its cover says. */
export interface Printed {
  readonly language: Language
  readonly content: ShownContent
  /** `Version 2, approved`, or that it is a draft. */
  readonly standing: string
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly at: Date
}

interface Asked {
  readonly language: Language
  readonly content: ShownContent
  readonly timeZone: string
  readonly now: Date
}

/** A draft as it reads at this moment. */
export function printDraft({ language, content, timeZone, now }: Asked): Printed {
  return {
    language,
    content,
    standing: translate(language, 'document:print.draft'),
    facts: [
      [translate(language, 'document:print.figures'), dayOfInstant(content.at, language, timeZone)],
      [translate(language, 'document:print.draft.label'), translate(language, 'document:print.draft.text')],
    ],
    at: now,
  }
}

/** A version with who proposed and who approved it. */
export function printVersion({ language, content, timeZone, now }: Asked, row: VersionRow): Printed {
  const day = (at: Date) => dayOfInstant(at.toISOString(), language, timeZone)
  const by = (name: string | null, at: Date) =>
    name === null ? day(at) : translate(language, 'document:print.by', { name, day: day(at) })
  const decided: readonly (readonly [string, string])[] =
    row.decided_at === null || row.state === 'withdrawn'
      ? []
      : [[translate(language, `document:print.${row.state}`), by(row.decided_by_name, row.decided_at)]]
  return {
    language,
    content,
    standing: translate(language, 'document:print.standing', {
      number: row.number,
      state: translate(language, `document:state.${row.state}`),
    }),
    facts: [
      [translate(language, 'document:print.proposed'), by(row.proposed_by_name, row.proposed_at)],
      ...decided,
      [translate(language, 'document:print.figures'), dayOfInstant(content.at, language, timeZone)],
      [translate(language, 'document:print.hash'), row.hash],
    ],
    at: now,
  }
}

/** What stands where a block has nothing to show; null where it has. */
export function insteadOf({ parts, hidden, title }: ShownBlock, language: Language): string | null {
  if (hidden) return translate(language, 'document:print.hidden')
  return parts.length === 0 ? translate(language, 'document:print.nothing', { room: title }) : null
}

/** The chapters with their numbers; a section of a chapter that has several is a level below. */
export function numbered({ chapters }: ShownContent) {
  return chapters.map((chapter, place) => ({
    ...chapter,
    number: `${place + 1}`,
    single: chapter.sections.length === 1,
  }))
}
