import { describe, expect, it } from 'vitest'
import { PatternProblem } from './parse.ts'
import { compilePattern, runPattern } from './program.ts'

function found(pattern: string, text: string, anyCase = true): string[] {
  return runPattern(compilePattern(pattern, anyCase), text).map(({ start, end }) => text.slice(start, end))
}

describe('a pattern', () => {
  it.each([
    ['kahve', 'Kahve kahve', ['Kahve', 'kahve']],
    ['\\d{1,3}([.,]\\d+)? ?(TL|€)', 'Yalnız 19,90 TL ya da 5€', ['19,90 TL', '5€']],
    ['\\bkahve\\b', 'kahveci kahve', ['kahve']],
    ['colou?r', 'Color, colour, colr', ['Color', 'colour']],
    ['[a-c]+', 'abcd cab', ['abc', 'cab']],
    ['[^ ]+!', 'hurry up! now', ['up!']],
    ['^Anzeige', 'Anzeige: x\nAnzeige', ['Anzeige', 'Anzeige']],
    ['end$', 'end of the end', ['end']],
    ['a.*?b', 'aXbXb', ['aXb']],
    ['a.*b', 'aXbXb', ['aXbXb']],
    ['(?:ab)+', 'ababa', ['abab']],
    ['\\p{Lu}{3,}', 'Bu ÇOK UCUZ', ['ÇOK', 'UCUZ']],
    ['free|free gift', 'free gift', ['free']],
    ['😀+', 'a😀😀b', ['😀😀']],
    ['\\$\\d+', 'only $5', ['$5']],
    ['i', 'İIi', ['İ', 'I', 'i']],
    ['x*', 'aaa', []],
  ] as const)('%s in “%s”', (pattern, text, expected) => {
    expect(found(pattern, text, pattern !== '\\p{Lu}{3,}')).toEqual(expected)
  })

  it.each([
    '(',
    ')',
    '[a',
    'a{2,1}',
    'a{500}',
    '*a',
    'a**',
    '(?=a)',
    '(?<!a)b',
    '(a)\\1',
    '\\k<x>',
    '\\p{Nonsense}',
    '(a{100}){100}',
    '(((((((((((((((((((((a)))))))))))))))))))))',
    '[z-a]',
    '\\',
  ])('is refused where it cannot be read or could be slow: %s', (pattern) =>
    expect(() => compilePattern(pattern, true)).toThrow(PatternProblem),
  )

  it.each([
    ['(a+)+$', `${'a'.repeat(50_000)}!`],
    ['(a|aa)+$', `${'a'.repeat(50_000)}!`],
    ['(a|a)*c', 'a'.repeat(50_000)],
    ['(.*a){12}', 'a'.repeat(50_000)],
    ['(x+x+)+y', 'x'.repeat(50_000)],
    ['([a-zA-Z]+)*1', 'a'.repeat(50_000)],
    ['a|a.*b', 'a'.repeat(50_000)],
    ['(((a*)*)*)*b', 'a'.repeat(50_000)],
    ['(.?){90}', 'ab'.repeat(25_000)],
  ] as const)('is quick where others take for ever: %s', (pattern, text) => {
    const began = performance.now()
    runPattern(compilePattern(pattern, true), text)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})
