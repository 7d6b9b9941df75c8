import { describe, expect, it } from 'vitest'
import type { RuleFinding } from '../records.ts'
import { withSuggestion } from './suggestion.ts'

const FINDING: RuleFinding = {
  ruleId: 'r',
  packId: 'p',
  pack: 'P',
  packKind: 'brand',
  kind: 'term',
  rule: 'T',
  reason: '',
  severity: 'warn',
  suggestion: 'özenle kavrulmuş',
  note: null,
  place: 'text',
  part: 0,
  start: 0,
  end: 9,
  words: 'Kara Cuma',
  waivable: true,
  fingerprint: '',
  waived: null,
}
const form = (text: string) => ({ title: '', parts: [{ text, mediaIds: [] }] })
const textAfter = (text: string, finding: Partial<RuleFinding>) =>
  withSuggestion(form(text), { ...FINDING, ...finding })?.form.parts[0]?.text

describe('a suggestion', () => {
  it('stands in place of the words, with a capital where the sentence begins', () => {
    expect(textAfter('Kara Cuma geldi. Iğdır.', {})).toBe('Özenle kavrulmuş geldi. Iğdır.')
    expect(textAfter('Bu Kara Cuma geldi', { start: 3, end: 12 })).toBe('Bu özenle kavrulmuş geldi')
  })
  it('is not written over other words', () => expect(textAfter('Beyaz Cuma', {})).toBeUndefined())
  it('is put where something is missing: labels in front, notices behind', () => {
    const note = { code: 'disclosure.missing', params: {} }
    expect(textAfter('Yeni iş birliği', { kind: 'disclosure', note, suggestion: '#reklam' })).toBe(
      '#reklam Yeni iş birliği',
    )
    expect(
      textAfter('Wine', {
        kind: 'notice',
        note: { code: 'notice.missing', params: {} },
        suggestion: 'Drink responsibly.',
      }),
    ).toBe('Wine\n\nDrink responsibly.')
    expect(
      textAfter('Yeni #reklam', {
        kind: 'disclosure',
        note: { code: 'disclosure.not-first', params: {} },
        suggestion: '#reklam',
      }),
    ).toBe('#reklam Yeni')
  })
  it('is nothing where the rule has none', () =>
    expect(withSuggestion(form('Kara Cuma'), { ...FINDING, suggestion: null })).toBeNull())
})
