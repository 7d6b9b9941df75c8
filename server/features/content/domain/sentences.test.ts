import { expect, it } from 'vitest'
import { sentenceStarts } from './sentences.ts'

function sentences(text: string, language: string): string[] {
  const starts = [0, ...sentenceStarts(text, language)]
  return starts.map((start, index) => text.slice(start, starts[index + 1]).trim())
}

it.each([
  ['en', ['It is here.', 'Try it today!', 'Why not?']],
  ['en', ['Dr. Smith and Mr. J. Doe came.', 'All left.']],
  ['en', ['It opened in 2024.', 'We were there.']],
  ['tr', ['Prof. Dr. Ayşe Yılmaz anlattı.', 'Herkes dinledi.']],
  ['tr', ['Toplantı 3. Bölge’de yapıldı.', 'Örn. Ankara hazır.']],
  ['tr', ['İçerik vb. Konular konuşuldu.', 'Işıklar söndü.']],
  ['en', ['“It is here.”', 'Really.']],
])('in %s: %j', (language, expected) => expect(sentences(expected.join(' '), language)).toEqual(expected))

it('lets the number of a list item end nothing', () =>
  expect(sentences('1. One thing.\n2. Another.', 'en')).toEqual(['1. One thing.', '2. Another.']))
