import type { ReadingLanguage } from '../reading-language.ts'
import type { PolicyContent, Section, SectionText } from '../records.ts'

/** A key that no other part of the text has. */
export function newKey(): string {
  return crypto.randomUUID().slice(0, 8)
}

/** A section with nothing but a title in one language. */
export function emptySection(language: ReadingLanguage, title: string): Section {
  const text: SectionText = { title, text: '', dos: [], donts: [] }
  return { key: newKey(), texts: { en: language === 'en' ? text : null, tr: language === 'tr' ? text : null } }
}

/** A policy with one section, to be written from the beginning. */
export function emptyPolicy(
  language: ReadingLanguage,
  words: { readonly title: string; readonly section: string },
): PolicyContent {
  const only = (text: string) => ({ en: language === 'en' ? text : null, tr: language === 'tr' ? text : null })
  return { title: only(words.title), summary: only(''), sections: [emptySection(language, words.section)] }
}

/** What is sent: examples without the empty lines that typing leaves behind. */
export function cleanPolicy({ title, summary, sections }: PolicyContent): PolicyContent {
  const clean = (text: SectionText | null) =>
    text === null ? null : { ...text, dos: withoutEmpty(text.dos), donts: withoutEmpty(text.donts) }
  return {
    title: { en: title.en === '' ? null : title.en, tr: title.tr === '' ? null : title.tr },
    summary,
    sections: sections.map(({ key, texts }) => ({ key, texts: { en: clean(texts.en), tr: clean(texts.tr) } })),
  }
}

function withoutEmpty(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

/** A list with one item moved by a place; at the ends it stays as it is. */
export function moved<Item>(items: readonly Item[], from: number, by: -1 | 1): Item[] {
  const next = [...items]
  const [item] = next.splice(from, 1)
  if (item !== undefined) next.splice(Math.max(from + by, 0), 0, item)
  return next
}
