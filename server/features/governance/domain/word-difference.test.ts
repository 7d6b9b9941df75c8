import { describe, expect, it } from 'vitest'
import { wordDifference, type DifferencePart } from './word-difference.ts'

const written = (parts: readonly DifferencePart[]) =>
  parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`)).join('')

describe('the difference of two texts', () => {
  it.each([
    ['one two three', 'one two three', 'one two three'],
    ['', 'new', '{+new+}'],
    ['old', '', '[-old-]'],
    ['Ask before you post.', 'Ask twice before you post.', 'Ask {+twice +}before you post.'],
    ['We answer within a day.', 'We answer within two hours.', 'We answer within [-a day-]{+two hours+}.'],
    ['Müşterinin kargosu', 'Müşterinin siparişi', 'Müşterinin [-kargosu-]{+siparişi+}'],
    ['İzin alın', 'izin alın', '[-İzin-]{+izin+} alın'],
    ['a\nb', 'a\nc', 'a\n[-b-]{+c+}'],
  ])('of “%s” and “%s” is word by word', (before, after, expected) => {
    expect(written(wordDifference(before, after))).toBe(expected)
  })

  it('always holds both texts whole, whatever they are', () => {
    const words = ['we', ' ', 'Müşteri', '\n', '🦀', '.', 'e\u0301', 'Ölçü', '’s', '12', '  ']
    let seed = 7
    const chance = (most: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % most
    }
    const text = () => Array.from({ length: chance(60) }, () => words[chance(words.length)] ?? '').join('')
    for (let round = 0; round < 400; round += 1) {
      const [before, after] = [text(), text()]
      const parts = wordDifference(before, after)
      const without = (kind: DifferencePart['kind']) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('')
      expect([without('added'), without('removed')]).toEqual([before, after])
    }
  })

  it('of long texts that share nothing is quick, and shows them as replaced', () => {
    const before = Array.from({ length: 4000 }, (_, place) => `a${place}`).join(' ')
    const after = Array.from({ length: 4000 }, (_, place) => `b${place}`).join(' ')
    expect(wordDifference(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  })
})
