import { describe, expect, it } from 'vitest'
import type { TextRule } from './platforms.ts'
import { countGraphemes, countText, findHashtags, findLinks, findMentions } from './text-count.ts'

const bluesky: TextRule = { unit: 'graphemes', limit: 300, byteLimit: 3000, linkLength: null }
const mastodon: TextRule = { unit: 'mastodon', limit: 500, byteLimit: null, linkLength: 23 }
const blog: TextRule = { unit: 'unlimited', limit: null, byteLimit: null, linkLength: null }

describe('counting what a reader takes for one character', () => {
  it.each([
    ['nothing', '', 0],
    ['English', 'Good morning', 12],
    ['Turkish with its own letters', 'İğne ıhlamur çöğür şüğ', 22],
    ['Turkish i with a combining dot', 'i̇stanbul', 8],
    ['a letter with three combining marks', 'ẹ̀̈', 1],
    ['a family of four joined to one', '👩‍👩‍👧‍👦', 1],
    ['a flag', '🇹🇷', 1],
    ['two flags side by side', '🇹🇷🇩🇪', 2],
    ['a subdivision flag', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 1],
    ['a hand with a skin tone', '👋🏽', 1],
    ['a keycap', '1️⃣', 1],
    ['a copyright sign made an emoji', '©️', 1],
    ['a line end of two characters', 'a\r\nb', 3],
    ['Hangul from its parts', '한', 1],
    ['Devanagari with a vowel sign', 'नि', 1],
    ['a soft hyphen', 'a\u00adb', 3],
  ])('%s', (_what, text, graphemes) => {
    expect(countGraphemes(text)).toBe(graphemes)
  })
})

describe('Bluesky', () => {
  it('limits characters and, separately, bytes', () => {
    expect(countText(bluesky, 'ğ'.repeat(300))).toEqual({ used: 300, bytes: 600, limit: 300, over: 0 })
    expect(countText(bluesky, 'ğ'.repeat(303))).toMatchObject({ used: 303, over: 3 })
    expect(countText(bluesky, '👩‍👩‍👧‍👦'.repeat(120))).toEqual({ used: 120, bytes: 3000, limit: 300, over: 0 })
    expect(countText(bluesky, '👩‍👩‍👧‍👦'.repeat(121))).toEqual({ used: 121, bytes: 3025, limit: 300, over: 25 })
  })

  it('counts links at full length and no content warning', () => {
    expect(countText(bluesky, 'https://example.org/a', 'Warning').used).toBe(21)
  })
})

describe('Mastodon', () => {
  it.each([
    ['a short link', 'https://t.co/a', 23],
    ['a long link', `see https://example.org/${'a'.repeat(200)}`, 27],
    ['two links', 'https://a.org, https://b.org.', 23 + 2 + 23 + 1],
    ['a link in brackets', '(https://en.wikipedia.org/wiki/Bee_(mythology))', 25],
    ['an address without http', 'example.org/a', 13],
    ['another scheme', 'ftp://example.org', 17],
    ['an address of numbers', 'http://127.0.0.1:8080/a', 23],
    ['a machine name, counted in full', 'http://localhost/abc', 20],
    ['a local mention', '@ayse hello', 11],
    ['a remote mention', '@ayse@mastodon.social hello', 11],
    ['a mention with a port', '@ayse@localhost:3000 hello', 11],
    ['a mention inside a link', 'https://mastodon.social/@ayse@example.org', 23],
    ['an e-mail address', 'ayse@example.org', 16],
    ['a Turkish suffix after a link', "https://example.org'a bak", 23 + 6],
    ['an international host', 'https://çiçek.com.tr/güller', 23],
  ])('%s', (_what, text, used) => {
    expect(countText(mastodon, text).used).toBe(used)
  })

  it('counts a content warning as it is written, links in full', () => {
    expect(countText(mastodon, 'https://t.co/a', 'https://t.co/a').used).toBe(37)
    expect(countText(mastodon, 'x'.repeat(490), 'y'.repeat(12))).toMatchObject({ used: 502, limit: 500, over: 2 })
  })
})

describe('a place without a limit', () => {
  it('is never over', () => {
    expect(countText(blog, 'a'.repeat(100_000))).toEqual({ used: 100_000, bytes: 100_000, limit: null, over: 0 })
  })
})

describe('finding links', () => {
  it.each([
    ['before a full stop', 'Read https://example.org/a.', ['https://example.org/a']],
    ['before three dots', 'https://example.org/a…', ['https://example.org/a']],
    ['with a query', 'https://example.org/?a=1&b=#top!', ['https://example.org/?a=1&b=#top']],
    ['with an empty parameter', 'https://example.org/?a=', ['https://example.org/?a=']],
    ['with paired brackets', 'https://example.org/a_(b) c', ['https://example.org/a_(b)']],
    ['inside brackets', '(https://example.org/a)', ['https://example.org/a']],
    ['inside quotation marks', '“https://example.org/a”', ['https://example.org/a']],
    ['in capitals', 'HTTPS://EXAMPLE.ORG', ['HTTPS://EXAMPLE.ORG']],
    ['on a port', 'http://localhost:3000/l/x', ['http://localhost:3000/l/x']],
    ['after a letter', 'xhttps://example.org', []],
    ['with a sign-in', 'https://bank.example@evil.example/', []],
    ['none', 'no://link', []],
  ])('%s', (_what, text, urls) => {
    const links = findLinks(text)
    expect(links.map((link) => link.url)).toEqual(urls)
    for (const link of links) expect(text.slice(link.start, link.end)).toBe(link.url)
  })

  it('stays linear on a hostile text', () => {
    const text = `https://a.org/${'('.repeat(50_000)}${')'.repeat(50_000)}${'.'.repeat(50_000)}`
    expect(findLinks(text)).toHaveLength(1)
  })
})

describe('finding hashtags', () => {
  it.each([
    ['Turkish', 'Günaydın #İstanbul #çığ!', ['İstanbul', 'çığ']],
    ['with a combining mark', '#i̇stanbul', ['i̇stanbul']],
    ['with digits', '#cop30 #2026', ['cop30']],
    ['full width', '＃日本語', ['日本語']],
    ['in a link', 'https://example.org/#part', []],
    ['in a word', 'a#b &#39;', []],
    ['before an apostrophe', "#Ankara'da", ['Ankara']],
    ['alone', '# #_', ['_']],
  ])('%s', (_what, text, tags) => {
    const found = findHashtags(text)
    expect(found.map((one) => one.tag)).toEqual(tags)
    for (const one of found) expect(text.slice(one.start + 1, one.end)).toBe(one.tag)
  })
})

describe('finding mentions', () => {
  it.each([
    ['a Bluesky handle', 'Hi @ayse.bsky.social.', [['ayse.bsky.social', null]]],
    ['with an apostrophe', "@ayse.bsky.social'a", [['ayse.bsky.social', null]]],
    ['a remote account', '(@can_1@mastodon.social)', [['can_1', 'mastodon.social']]],
    [
      'a local account',
      '@can, @ece',
      [
        ['can', null],
        ['ece', null],
      ],
    ],
    ['an e-mail address', 'can@example.org', []],
    ['in a link', 'https://mastodon.social/@can', []],
    ['a name with other letters', '@ayşe', []],
  ])('%s', (_what, text, names) => {
    expect(findMentions(text).map((one) => [one.name, one.host])).toEqual(names)
  })
})
