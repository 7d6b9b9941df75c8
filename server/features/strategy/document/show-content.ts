import type { z } from 'zod'
import type { Language } from '#contract/kinds.ts'
import type { PlanBlock, PlanContent } from '#contract/plan-records.ts'
import { PLAN_CHAPTERS } from '#contract/plan-sections.ts'
import { translate } from '#server/kernel/translate.ts'
import type {
  BothLanguages,
  PlanBar,
  PlanPart,
  PlanSnapshot,
  TakenBlock,
  TakenSection,
} from '../domain/plan-content.ts'
import { inWords } from './in-words.ts'

export type ShownContent = z.infer<typeof PlanContent>
export type ShownBlock = z.infer<typeof PlanBlock>
export type ShownPart = ShownBlock['parts'][number]

export interface Reader {
  readonly language: Language
  /** Whether budgets are shown. */
  readonly budget: boolean
}

/** What the plan said, in the words of a language. Where a text was written only in the other, that one is shown. */
export function showContent(snapshot: PlanSnapshot, reader: Reader): ShownContent {
  const { language } = reader
  const sections = new Map(snapshot.sections.map((section) => [section.key, section]))
  return {
    title: textIn(snapshot.title, language).text || translate(language, 'document:untitled'),
    organisation: snapshot.organisation,
    at: snapshot.at,
    chapters: PLAN_CHAPTERS.map((chapter) => ({
      key: chapter.key,
      title: translate(language, `document:chapter.${chapter.key}`),
      sections: chapter.sections.flatMap((key) => {
        const found = sections.get(key)
        return found === undefined ? [] : [showSection(found, reader)]
      }),
    })),
  }
}

function showSection({ key, texts, blocks }: TakenSection, reader: Reader) {
  const said = textIn(texts, reader.language)
  return {
    key,
    title: translate(reader.language, `document:section.${key}`),
    text: said.text,
    textLanguage: said.language,
    blocks: blocks.map((block) => showBlock(block, reader)),
  }
}

function showBlock({ room, budget, parts }: TakenBlock, reader: Reader): ShownBlock {
  const hidden = budget && !reader.budget
  return {
    room,
    title: translate(reader.language, `document:room.${room}`),
    hidden,
    parts: hidden ? [] : parts.map((part) => showPart(part, reader.language)),
  }
}

function showPart({ title, columns, chart, rows }: PlanPart, language: Language): ShownPart {
  const named = (key: string | null) => (key === null ? null : translate(language, key))
  return {
    title: named(title),
    columns: columns.map((column) => ({ title: translate(language, column.title), align: column.align })),
    chart: named(chart),
    rows: rows.map(({ id, cells, bar }) => ({
      id,
      cells: cells.map((cell) => inWords(cell, language)),
      bar: bar === null ? null : { ...bar, label: labelOf(bar, language) },
    })),
  }
}

/** The text in this language, or in the other where nobody has translated it yet. */
export function textIn(
  texts: BothLanguages,
  language: Language,
): { readonly text: string; readonly language: Language } {
  const other = language === 'en' ? 'tr' : 'en'
  return texts[language].trim() === '' && texts[other].trim() !== ''
    ? { text: texts[other], language: other }
    : { text: texts[language], language }
}

function labelOf({ label, share }: PlanBar, language: Language): string {
  if (label !== null) return inWords(label, language)
  return inWords({ is: 'measure', value: String(Math.round(share * 100)), unit: 'percent', currency: null }, language)
}
