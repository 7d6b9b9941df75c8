import { describe, expect, it } from 'vitest'
import { indexTerms } from './term-index.ts'

/** Chance that comes out the same each time, so that a failure can be looked at again. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 0) / 4_294_967_296
  }
}

const ODD = [
  'i',
  'I',
  'ı',
  'İ',
  'i\u0307',
  'ß',
  'ẞ',
  'ﬁ',
  'Ǆ',
  'e\u0301',
  'é',
  '\u0301',
  '👨‍👩‍👧',
  '🏳️‍🌈',
  '🇹🇷',
  '\ud800',
  '\udc00',
  '\u200d',
  '\u200b',
  '\u00ad',
  '\u202e',
  'ك',
  'ال',
  'ِ',
  'ـ',
  '漢',
  'か\u3099',
  'が',
  '\u0000',
  '\n',
  '\t',
  ' ',
  '-',
  '‐',
  "'",
  '’',
  '#',
  '@',
  'https://x.example/a',
  'kahve',
  'Kahve',
  'KAFFEE',
  '𝒜',
  'Ａ',
  'ﷺ',
  '½',
]
const LANGUAGES = ['tr', 'de', 'en', 'fr', 'ar', 'ja', 'und', 'az', 'x']

function anyText(random: () => number, most: number): string {
  return Array.from({ length: Math.floor(random() * most) }, () => {
    if (random() < 0.6) return ODD[Math.floor(random() * ODD.length)] ?? ''
    return String.fromCharCode(Math.floor(random() * 65_536))
  }).join(random() < 0.5 ? '' : ' ')
}

describe('whatever is written', () => {
  it('never throws, and every place lies in the text, in order and not empty', () => {
    const random = chance(42)
    for (let round = 0; round < 1500; round += 1) {
      const language = LANGUAGES[round % LANGUAGES.length] ?? 'und'
      const text = anyText(random, 40)
      const terms = Array.from({ length: 3 }, () => anyText(random, 4)).concat('kahve', 'Kaffee', 'كتاب')
      const hits = indexTerms(
        terms.map((one) => ({ text: one, match: 'inflected' as const, owner: one })),
        language,
      ).find(text)
      for (const { start, stemEnd, end } of hits) {
        expect(start, JSON.stringify([language, text, terms])).toBeGreaterThanOrEqual(0)
        expect(stemEnd, JSON.stringify([language, text, terms])).toBeGreaterThan(start)
        expect(end).toBeGreaterThanOrEqual(stemEnd)
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }
  })

  it('points at the very word, whatever stands around it', () => {
    const random = chance(7)
    const words = [
      ['tr', 'kahve'],
      ['de', 'Kaffee'],
      ['en', 'coffee'],
      ['ar', 'قهوة'],
      ['fr', 'café'],
    ] as const
    for (let round = 0; round < 1500; round += 1) {
      const [language, word] = words[round % words.length] ?? words[0]
      const before = `${anyText(random, 20)}. `
      // A mark that follows would belong to the last letter.
      const text = `${before}${word} ,${anyText(random, 20)}`
      const hits = indexTerms([{ text: word, match: 'inflected', owner: 0 }], language).find(text)
      expect(
        hits.some(({ start, end }) => start === before.length && text.slice(start, end) === word),
        JSON.stringify(text),
      ).toBe(true)
    }
  })

  it('takes time in step with the text, not more, for words that nearly fit', () => {
    const index = indexTerms(
      Array.from({ length: 200 }, (_, place) => ({
        text: 'a'.repeat(place + 1),
        match: 'inflected' as const,
        owner: place,
      })),
      'tr',
    )
    const began = performance.now()
    index.find('a'.repeat(20_000))
    index.find('lar'.repeat(10_000))
    expect(performance.now() - began).toBeLessThan(3000)
  })
})
