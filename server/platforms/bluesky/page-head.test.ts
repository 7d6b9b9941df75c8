import { expect, it } from 'vitest'
import { readPageHead } from './page-head.ts'

it.each([
  ['Open Graph before HTML', '<title>b</title><meta property="og:title" content="a">', 'a', null],
  ['single quotation marks', `<meta content='It is "so"' property='og:title'>`, 'It is "so"', null],
  ['no quotation marks', '<META NAME=description CONTENT=short>', null, 'short'],
  ['entities', '<title>Çay &amp; simit &#8211; &#x1F1F9;&#x1F1F7; &bogus;</title>', 'Çay & simit – 🇹🇷 &bogus;', null],
  ['white space over lines', '<title>\n  one\n  two </title>', 'one two', null],
  ['an empty tag before a full one', '<meta property="og:title" content=""><title>t</title>', 't', null],
  ['markup hidden in entities, as text', '<title>&lt;script&gt;</title>', '<script>', null],
  ['no head at all', 'plain words', null, null],
])('reads %s', (_what, html, title, description) => {
  expect(readPageHead(html)).toEqual({ title, description })
})

it('cuts what is too long without halving a character', () => {
  const { title } = readPageHead(`<title>${'a'.repeat(298)}🇹🇷🇹🇷</title>`)
  expect(title).toBe(`${'a'.repeat(298)}…`)
})

it('reads a hostile page without trying every combination', () => {
  const html = '<meta '.repeat(40_000) + 'a="'.repeat(50_000)
  expect(readPageHead(html)).toEqual({ title: null, description: null })
})
