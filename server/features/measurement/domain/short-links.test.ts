import { expect, it } from 'vitest'
import { codeIn, isCode, replaceLinks, shortAddress, shortLinkLength, targetsIn } from './short-links.ts'

const ours = 'https://social.example.org'

it('finds each address of a post once, but for short links of ours', () => {
  const texts = [
    'See https://shop.example/a, https://shop.example/b.',
    `https://shop.example/a ${ours}/l/aB3xYz9 ${ours}/n/story`,
  ]
  expect(targetsIn(ours, texts)).toEqual(['https://shop.example/a', 'https://shop.example/b', `${ours}/n/story`])
})

it('puts short links in place and leaves every other letter', () => {
  const short = shortAddress(ours, 'aB3xYz9')
  expect(short).toHaveLength(shortLinkLength(ours))
  expect(
    replaceLinks(ours, '(https://shop.example/a) 👋 https://shop.example/b!', (target) =>
      target.endsWith('a') ? short : null,
    ),
  ).toBe(`(${short}) 👋 https://shop.example/b!`)
})

it.each([
  ['aB3xYz9', 'aB3xYz9'],
  [`${ours}/l/aB3xYz9`, 'aB3xYz9'],
  [` ${ours}/l/aB3xYz9?x=1 `, 'aB3xYz9'],
  ['https://other.example/l/aB3xYz9', null],
  [`${ours}/l/aB3xYz9/more`, null],
  ['nothing at all', null],
])('reads the code in %s', (text, code) => {
  expect(codeIn(ours, text)).toBe(code)
})

it('takes neither letters that look alike nor other lengths for a code', () => {
  expect(['aB3xYz9', 'aB3xYz', 'aB3xYz99', 'aB3xYzO', 'aB3xYz0', "aB3x'--"].map(isCode)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})
