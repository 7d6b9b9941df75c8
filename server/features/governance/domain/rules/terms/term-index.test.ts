import { describe, expect, it } from 'vitest'
import { indexTerms, type Match } from './term-index.ts'

function found(language: string, term: string, text: string, match: Match = 'inflected'): string[] {
  return indexTerms([{ text: term, match, owner: term }], language)
    .find(text)
    .map(({ start, end }) => text.slice(start, end))
}

type Row = readonly [term: string, text: string, found: readonly string[]]

describe('Turkish', () => {
  const rows: readonly Row[] = [
    ['kahve', 'Kahve içtik.', ['Kahve']],
    [
      'kahve',
      'kahveler kahvemizi kahvesinde kahveye kahveden',
      ['kahveler', 'kahvemizi', 'kahvesinde', 'kahveye', 'kahveden'],
    ],
    ['kahve', 'KAHVELERİMİZDEN', ['KAHVELERİMİZDEN']],
    ['kahve', 'kahverengi bir masa', []],
    ['Kara Cuma', "Kara Cuma'da, kara cumanın, KARA CUMA", ["Kara Cuma'da", 'kara cumanın', 'KARA CUMA']],
    ['Kara Cuma', '#KaraCuma indirimi', ['KaraCuma']],
    ['Kara Cuma', 'Bu karar cuma günü alındı', []],
    ['Kara Cuma', 'kara-cuma', ['kara-cuma']],
    ['kitap', 'kitabı kitabımdaki kitaplar', ['kitabı', 'kitabımdaki', 'kitaplar']],
    ['kitap', 'kitabe kitabevi', []],
    ['renk', 'rengi rengârenk renkli', ['rengi', 'renkli']],
    ['ağaç', 'ağacın ağaçlar', ['ağacın', 'ağaçlar']],
    ['kanat', 'kanadı kanatlar', ['kanadı', 'kanatlar']],
    ['ağız', 'ağzı ağzımız ağızda', ['ağzı', 'ağzımız', 'ağızda']],
    ['kayıp', 'kaybı kayıplar', ['kaybı', 'kayıplar']],
    ['şehir', 'şehrin şehre şehirler', ['şehrin', 'şehre', 'şehirler']],
    ['saat', 'saatler saati', ['saatler', 'saati']],
    ['kalp', 'kalbi kalpler', ['kalbi', 'kalpler']],
    ['Gaziantep dükkânı', 'Aralıkta Gaziantep dükkânımızda görüşürüz', ['Gaziantep dükkânımızda']],
    ['Gaziantep dükkânı', 'gaziantep dükkanının', ['gaziantep dükkanının']],
    ['İstanbul', "İSTANBUL'DA İstanbul’un istanbullu", ["İSTANBUL'DA", 'İstanbul’un', 'istanbullu']],
    ['ışık', 'IŞIKLAR ışığı', ['IŞIKLAR', 'ışığı']],
    ['sinir', 'sınır SINIR sinirli', ['sinirli']],
    ['sınır', 'SINIRLAR sinir', ['SINIRLAR']],
    ['Instagram', "INSTAGRAM'da instagramdan", ["INSTAGRAM'da", 'instagramdan']],
    ['ada', 'adapte Adanın', ['Adanın']],
    ['cuma', 'cumartesi', []],
    ['göz', 'gözlerindeki gözde gözümüzden', ['gözlerindeki', 'gözde', 'gözümüzden']],
    ['rakı', 'rakıcı sırakı', ['rakıcı']],
  ]
  it.each(rows)('%s in “%s”', (term, text, expected) => expect(found('tr', term, text)).toEqual(expected))
})

describe('German', () => {
  const rows: readonly Row[] = [
    ['Kaffee', 'Kaffees Filterkaffee Kaffeebohnen', ['Kaffees', 'Filterkaffee', 'Kaffeebohnen']],
    ['Straße', 'STRASSEN und Straße', ['STRASSEN', 'Straße']],
    ['Haus', 'Häuser Hauses Häuserkampf', ['Häuser', 'Hauses']],
    ['Apfel', 'Äpfel', ['Äpfel']],
    ['Bank', 'Bänke Banken', ['Bänke', 'Banken']],
    ['schon', 'schön und schon', ['schon']],
    ['Rat', 'Beratung Rathaus Rates', ['Rates']],
    ['Krieg', 'Weltkrieg Kriegsende kriegen', ['Weltkrieg', 'Kriegsende', 'kriegen']],
    ['Sonne', 'besonnen', []],
    ['billig', 'billige billiger Billigflug', ['billige', 'billiger', 'Billigflug']],
    ['Detox', "Detox's Detox-Tee", ["Detox's", 'Detox']],
  ]
  it.each(rows)('%s in “%s”', (term, text, expected) => expect(found('de', term, text)).toEqual(expected))
})

describe('English', () => {
  const rows: readonly Row[] = [
    ['cheap', 'Cheap and CHEAP', ['Cheap', 'CHEAP']],
    ['party', 'parties party’s partying', ['parties', 'party’s', 'partying']],
    ['ban', 'banned banning bans band', ['banned', 'banning', 'bans']],
    ['use', 'used using uses user', ['used', 'using', 'uses']],
    ['moth', 'mother moths', ['moths']],
    ['ass', 'class passion assess', []],
    ['café', 'cafe cafés', ['cafe', 'cafés']],
    ['world class', 'world-class World  class', ['world-class', 'World  class']],
    ['e-mail', 'e-mail e mail E‑Mail', ['e-mail', 'e mail', 'E‑Mail']],
    ['free', 'f\u200bree fr\u00adee', ['f\u200bree', 'fr\u00adee']],
  ]
  it.each(rows)('%s in “%s”', (term, text, expected) => expect(found('en', term, text)).toEqual(expected))
})

describe('Arabic', () => {
  const rows: readonly Row[] = [
    ['خمر', 'الخمر والخمر بالخمر للخمر', ['الخمر', 'والخمر', 'بالخمر', 'للخمر']],
    ['خمر', 'مخمرة', []],
    ['مدرسة', 'مدرستنا المدرسة مدارس', ['مدرستنا', 'المدرسة']],
    ['كتاب', 'كتابه وكتابهم كتب', ['كتابه', 'وكتابهم']],
    ['الكتاب', 'كتاب فالكتاب', ['كتاب', 'فالكتاب']],
    ['إعلان', 'اعلان الإعلانات', ['اعلان', 'الإعلانات']],
    ['نبيذ', 'نَبِيذ نبـيذ', ['نَبِيذ', 'نبـيذ']],
  ]
  it.each(rows)('%s in “%s”', (term, text, expected) => expect(found('ar', term, text)).toEqual(expected))
})

describe('other scripts and signs', () => {
  const rows: readonly (readonly [string, ...Row])[] = [
    ['ja', '絶対', 'これは絶対に安全', ['絶対']],
    ['ja', 'ＰＲ', 'これはPRです', []],
    ['fr', 'vin', 'du vin, des vins, vingt', ['vin', 'vins']],
    ['pt', 'açúcar', 'ACUCAR acucares', ['ACUCAR', 'acucares']],
    ['en', '👌', 'ok 👌🏽 and 👌', ['👌🏽', '👌']],
    ['ru', 'война', 'Война войны', ['Война']],
  ]
  it.each(rows)('%s: %s in “%s”', (language, term, text, expected) =>
    expect(found(language, term, text)).toEqual(expected),
  )

  it('takes just the word, or any letters, where a rule says so', () => {
    expect(found('tr', 'bira', 'biralar bira', 'exact')).toEqual(['bira'])
    expect(found('tr', 'bira', 'biralar abirab', 'anywhere')).toEqual(['bira', 'bira'])
  })

  it('finds many terms at once, of each its longest place', () => {
    const index = indexTerms(
      ['kara', 'Kara Cuma', 'cuma'].map((text) => ({ text, match: 'inflected' as const, owner: text })),
      'tr',
    )
    const text = 'Kara Cumada kara'
    expect(index.find(text).map(({ owner, start, end }) => [owner, text.slice(start, end)])).toEqual([
      ['Kara Cuma', 'Kara Cumada'],
      ['kara', 'Kara'],
      ['cuma', 'Cumada'],
      ['kara', 'kara'],
    ])
  })
})
