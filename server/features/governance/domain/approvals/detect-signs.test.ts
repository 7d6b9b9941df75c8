import { describe, expect, it } from 'vitest'
import { detectSigns, folded, riskOfSigns } from './detect-signs.ts'

const signsOf = (text: string) => detectSigns([{ text, pictures: 0 }]).map(({ sign }) => sign)
const wordsOf = (text: string, sign: string) =>
  detectSigns([{ text, pictures: 0 }]).find((found) => found.sign === sign)?.words

describe('a price', () => {
  it.each([
    ['Filter coffee for $4.50 today', '$4.50'],
    ['Now 12,90 € a bag', '12,90 €'],
    ['Only 1.250 TL', '1.250 TL'],
    ['Dünyanın en iyi filtre kahvesi bu hafta yüzde 20 indirimli', 'yüzde 20 indirimli'],
    ['%15 indirim yalnızca bugün', '%15 indirim'],
    ['20 % Rabatt auf alles', '20 % Rabatt'],
    ['Save: 30% off', '30% off'],
    ['Die zweite Tasse ist kostenlos', 'kostenlos'],
    ['İkinci fincan ÜCRETSİZ', 'ÜCRETSİZ'],
    ['The second cup is free of charge', 'free of charge'],
    ['£3 each', '£3'],
  ])('is seen in: %s', (text, words) => {
    expect(wordsOf(text, 'price')).toBe(words)
  })

  it.each([
    'We open at 9 and close at 17',
    'Our 20 years of roasting',
    '100% arabica',
    'Yüzde yüz arabika',
    'Wir sind frei von Sorgen',
    'Sugar-free cake recipe',
    'Bring 3 tlc-loving friends',
  ])('is not seen in: %s', (text) => {
    expect(signsOf(text)).not.toContain('price')
  })
})

describe('a claim about health', () => {
  it.each([
    'Coffee cures headaches',
    'This tea boosts your immunity',
    'Clinically proven to help you sleep',
    'Unser Tee stärkt das Immunsystem',
    'So senkt Kaffee den Blutdruck',
    'Gesunder Genuss',
    'Bağışıklığınızı güçlendirir',
    'BAĞIŞIKLIK İÇİN KAHVE',
    'Bu çay baş ağrısını tedavi eder',
    'İyileştirici bir fincan',
    'Şifalı otlar',
    'Sağlıklı bir sabah',
  ])('is seen in: %s', (text) => {
    expect(signsOf(text)).toContain('health-claim')
  })

  it.each([
    'We treat our guests to a cup',
    'A secure roof',
    'Das Geheimnis der Röstung',
    'Sade bir kahve',
    'Heilbronn roasts',
  ])('is not seen in: %s', (text) => {
    expect(signsOf(text)).not.toContain('health-claim')
  })
})

describe('what stands in a post', () => {
  it('is seen by its form: links, mentions, hashtags and pictures', () => {
    expect(signsOf('See https://kavrela.example/x')).toEqual(['link'])
    expect(signsOf('With @deniz@kahve.example')).toContain('mention')
    expect(signsOf('#sabahKahvesi')).toEqual(['hashtag'])
    expect(signsOf('mail me: a@b.example')).not.toContain('mention')
    expect(signsOf('We are #1')).toEqual([])
    expect(detectSigns([{ text: '', pictures: 2 }]).map(({ sign }) => sign)).toEqual(['picture'])
  })

  it('is found in later parts of a thread too', () => {
    const found = detectSigns([
      { text: 'Good morning', pictures: 0 },
      { text: 'for 3 €', pictures: 0 },
    ])
    expect(found).toEqual([{ sign: 'price', words: '3 €' }])
  })

  it('puts as much at stake as its gravest sign', () => {
    expect(riskOfSigns([{ sign: 'price', words: '' }])).toBe('medium')
    expect(
      riskOfSigns([
        { sign: 'price', words: '' },
        { sign: 'health-claim', words: '' },
      ]),
    ).toBe('high')
    expect(riskOfSigns([{ sign: 'link', words: '' }])).toBe('low')
  })
})

it('keeps every place where it was when it folds letters, whatever they are', () => {
  for (const text of ['İSTANBUL ıIiİ', 'ẞtraße', 'ﬀ 🇹🇷 👩‍👩‍👧', '\ud800x', 'ΑΣ', 'ǅ'])
    expect(folded(text).length, text).toBe(text.length)
})

it('stays quick on texts made to be slow', () => {
  const begun = performance.now()
  for (const text of [
    '9'.repeat(50_000),
    '1 '.repeat(25_000),
    'yüzde 20 '.repeat(5000),
    '@a.'.repeat(16_000),
    '#'.repeat(50_000),
  ])
    detectSigns([{ text, pictures: 0 }])
  expect(performance.now() - begun).toBeLessThan(4000)
})
