import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Language } from '#contract/kinds.ts'
import type { PolicyContent, SectionDifference } from '#contract/policies.ts'
import { textIn } from './translated.ts'
import { wordDifference } from './word-difference.ts'

export type PolicyText = z.output<typeof PolicyContent>
export type SectionChange = z.output<typeof SectionDifference>
type Section = PolicyText['sections'][number]

/** SHA-256 of what somebody reads in this language; where a section is not translated, of the section as it is shown then. */
export function hashOfPolicy(policy: PolicyText, language: Language): string {
  const read = [
    textIn(policy.title, language),
    textIn(policy.summary, language),
    ...policy.sections.map(({ texts }) => {
      const { title, text, dos, donts } = textIn(texts, language)
      return [title, text, dos, donts]
    }),
  ]
  return createHash('sha256').update(JSON.stringify(read)).digest('hex')
}

/** Whether two texts say the same in every language. */
export function isSamePolicy(one: PolicyText, other: PolicyText): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other))
}

function plain({ title, summary, sections }: PolicyText) {
  const pair = <Text>({ en, tr }: { en: Text; tr: Text }) => [en, tr]
  return [
    pair(title),
    pair(summary),
    sections.map(({ key, texts }) => [
      key,
      ...pair(texts).map((text) => (text === null ? null : [text.title, text.text, text.dos, text.donts])),
    ]),
  ]
}

/** What changed between two texts, section by section in the order of the later one; sections that are gone stand last. */
export function comparePolicies(from: PolicyText, to: PolicyText, language: Language): SectionChange[] {
  const before = new Map(from.sections.map((section) => [section.key, section]))
  const kept = new Set(to.sections.map(({ key }) => key))
  return [
    ...to.sections.map((section) => compareSection(section.key, before.get(section.key) ?? null, section, language)),
    ...from.sections
      .filter(({ key }) => !kept.has(key))
      .map((section) => compareSection(section.key, section, null, language)),
  ]
}

const NOTHING = { title: '', text: '', dos: [], donts: [] }

function compareSection(key: string, from: Section | null, to: Section | null, language: Language): SectionChange {
  const before = from === null ? NOTHING : textIn(from.texts, language)
  const after = to === null ? NOTHING : textIn(to.texts, language)
  const compared = {
    title: wordDifference(before.title, after.title),
    text: wordDifference(before.text, after.text),
    dos: wordDifference(before.dos.join('\n'), after.dos.join('\n')),
    donts: wordDifference(before.donts.join('\n'), after.donts.join('\n')),
  }
  const changed = Object.values(compared).some((parts) => parts.some(({ kind }) => kind !== 'same'))
  const state = from === null ? 'added' : to === null ? 'removed' : changed ? 'changed' : 'same'
  return { key, state, ...compared }
}
