import { describe, expect, it } from 'vitest'
import { PolicyContent, STARTERS } from '#contract/policies.ts'
import { starterFor } from '../policies/starters/index.ts'
import { comparePolicies, hashOfPolicy, isSamePolicy } from './policy-text.ts'

const text = (title: string, words: string) => ({ title, text: words, dos: [], donts: [] })
const base = PolicyContent.parse({
  title: { en: 'Policy', tr: null },
  summary: { en: '', tr: null },
  sections: [
    { key: 'a', texts: { en: text('A', 'Ask first.'), tr: text('A', 'Önce sorun.') } },
    { key: 'b', texts: { en: text('B', 'Be kind.'), tr: null } },
  ],
})
const [first, second] = base.sections
if (first === undefined || second === undefined) throw new Error('There are two sections.')

describe('a version', () => {
  it('has a hash in each language, which changes with the words of that language', () => {
    const turkish = { ...base, sections: [{ ...first, texts: { ...first.texts, tr: text('A', 'Sorun.') } }, second] }
    expect(hashOfPolicy(turkish, 'en')).toBe(hashOfPolicy(base, 'en'))
    expect(hashOfPolicy(turkish, 'tr')).not.toBe(hashOfPolicy(base, 'tr'))
    expect(hashOfPolicy(base, 'en')).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is compared section by section, in the order of the later one, what is gone last', () => {
    const later = {
      ...base,
      sections: [
        { key: 'c', texts: { en: text('C', 'New.'), tr: null } },
        { ...first, texts: { en: text('A', 'Ask twice.'), tr: null } },
      ],
    }
    expect(comparePolicies(base, later, 'en').map(({ key, state }) => [key, state])).toEqual([
      ['c', 'added'],
      ['a', 'changed'],
      ['b', 'removed'],
    ])
    expect(comparePolicies(base, base, 'tr').every(({ state }) => state === 'same')).toBe(true)
  })

  it('says the same whatever the order of its fields', () => {
    const { sections, summary, title } = base
    expect(isSamePolicy(base, { sections, summary, title })).toBe(true)
    expect(isSamePolicy(base, { ...base, sections: [second, first] })).toBe(false)
  })
})

describe.each(STARTERS)('the starter %s', (key) => {
  const policy = starterFor(key, 'Kavrela "Coffee" $& A.Ş.')

  it('is whole in English and Turkish, with examples in every section', () => {
    expect(policy.sections.length).toBeGreaterThanOrEqual(8)
    for (const { key: section, texts } of policy.sections)
      for (const words of [texts.en, texts.tr]) {
        expect(words?.text.length, section).toBeGreaterThan(100)
        expect(words?.dos.length, section).toBeGreaterThan(0)
        expect(words?.donts.length, section).toBeGreaterThan(0)
      }
  })

  it('covers what a policy has to say, and calls the organisation by its name', () => {
    const keys = policy.sections.map((section) => section.key)
    expect(keys).toEqual(expect.arrayContaining(['confidential', 'persona', 'disclosure', 'respect']))
    expect(keys.some((each) => ['customers', 'citizens', 'supporters'].includes(each))).toBe(true)
    expect(JSON.stringify(policy)).not.toContain('{organisation}')
    expect(policy.summary.en).toContain('Kavrela "Coffee" $& A.Ş.')
  })
})
