import { describe, expect, it } from 'vitest'
import { freeSlug, isSlug, slugOfTitle } from './slug-of-title.ts'

describe('the address of an article', () => {
  it.each([
    ['Filtre paketlerinde kasım haftaları', 'filtre-paketlerinde-kasim-haftalari'],
    ['İSTANBUL’da ÇAĞRI: Şişli, Göztepe, Üsküdar', 'istanbulda-cagri-sisli-goztepe-uskudar'],
    ['Straße, Ærø & Łódź', 'strasse-aero-lodz'],
    ['  Q4 results: +12 % (again!)  ', 'q4-results-12-again'],
    ['Новости компании', 'новости-компании'],
    ['أخبار الشركة', 'أخبار-الشركة'],
    ['新製品のお知らせ', '新製品のお知らせ'],
    ['👩‍👩‍👧‍👦 🎉', 'news'],
    ['../../etc/passwd', 'etc-passwd'],
    ['</title><script>', 'title-script'],
  ])('of “%s” is %s', (title, slug) => {
    expect(slugOfTitle(title)).toBe(slug)
    expect(isSlug(slug)).toBe(true)
  })

  it('is cut between words, and a word without end is cut too', () => {
    expect(slugOfTitle('quite '.repeat(40))).toBe(Array.from({ length: 13 }, () => 'quite').join('-'))
    expect(slugOfTitle('a'.repeat(200))).toHaveLength(80)
    expect(slugOfTitle('𠮷'.repeat(200) + 'x')).toBe('𠮷'.repeat(40))
    expect(slugOfTitle(`a${'𠮷'.repeat(200)}`)).toBe(`a${'𠮷'.repeat(39)}`)
  })

  it('takes the first number that nobody has', () => {
    expect(freeSlug('news', new Set())).toBe('news')
    expect(freeSlug('news', new Set(['news', 'news-2', 'news-4', 'news-from-us']))).toBe('news-3')
  })

  it.each(['', 'a--b', '-a', 'a/b', '..', 'a.b', 'a\u0000', 'a'.repeat(500), 'a b'])('is not “%s”', (text) =>
    expect(isSlug(text)).toBe(false),
  )
})
