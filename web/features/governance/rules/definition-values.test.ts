import { describe, expect, it } from 'vitest'
import { RuleDefinition, RULE_KINDS } from '#contract/rule-records.ts'
import { definitionOf, definitionValues } from './definition-values.ts'

describe('the fields of a rule', () => {
  it.each([
    { kind: 'term', terms: ['a'], match: 'exact', use: 'approval' },
    { kind: 'hashtags', most: 3, least: null, needed: ['a'], avoid: [] },
    { kind: 'reading', language: 'de', least: 40 },
    { kind: 'alt-text', least: 5, most: null, avoidBeginnings: ['x'] },
    {
      kind: 'days',
      country: 'TR',
      holidays: 'public',
      days: [
        { day: '1 Ramadan P29D', name: 'Ramazan ayı' },
        { day: 'easter -2', name: 'Good Friday' },
        { day: '2nd sunday in May', name: 'Anneler Günü' },
        { day: '10 Dhu al-Hijjah', name: 'Kurban Bayramı' },
        { day: '11-10', name: 'Atatürk' },
      ],
    },
  ] as const)('come back as they were: $kind', (definition) => {
    const parsed = RuleDefinition.parse(definition)
    expect(definitionOf(definitionValues(parsed))).toEqual(parsed)
  })

  it('keep what was typed for another kind, and send only what the kind has', () => {
    const values = { ...definitionValues(null), terms: ['a'] }
    for (const kind of RULE_KINDS) {
      const sent = definitionOf({ ...values, kind })
      expect(Object.hasOwn(sent, 'terms')).toBe(['term', 'spelling', 'taboo'].includes(kind))
    }
  })
})
