import { describe, expect, it } from 'vitest'
import { compareTexts } from './fingerprint.ts'
import { textOfHtml } from './html-text.ts'
import { readReset } from './rate-limit.ts'
import { readServerAddress, webAddress } from './server-address.ts'
import { clockDifference, windowOf } from './time-window.ts'

describe('the text of a post', () => {
  it('is read out of the HTML of the server', () => {
    const html =
      '<p>Tom &amp; Ayşe&#39;s &lt;show&gt;<br />at <a href="https://example.org/a?b=c"><span class="invisible">https://</span>' +
      '<span class="ellipsis">example.org/a</span><span class="invisible">?b=c</span></a></p><p>&#x1F389; &unknown;</p>'
    expect(textOfHtml(html)).toBe("Tom & Ayşe's <show>\nat https://example.org/a?b=c\n\n🎉 &unknown;")
  })

  it('does not decode twice', () => {
    expect(textOfHtml('<p>&amp;lt;b&amp;gt;</p>')).toBe('&lt;b&gt;')
  })

  it.each([
    ['white space and accents composed otherwise', 'Gu\u0308n\n\n aydın ', 'Gün aydın', 'same'],
    ['a mention without its server', 'Hello @anna@far.example!', 'Hello @anna!', 'same'],
    ['markup that was read as such', '**Big** news for everyone', 'Big news for everyone', 'near'],
    ['one word of many', 'We open the new stand at nine', 'We open the new shop at nine', 'near'],
    ['a number', 'Offer 12 of our hundred days', 'Offer 13 of our hundred days', 'different'],
    ['one word of few', 'Good morning', 'Good evening', 'different'],
    ['a sign of joy', '🎉', '🎊', 'different'],
    ['all', 'Something', 'else', 'different'],
  ])('compares texts that differ in %s', (_, sent, seen, likeness) => {
    expect(compareTexts(sent, seen)).toBe(likeness)
  })
})

describe('the end of a rate limit', () => {
  const now = new Date('2026-11-22T09:00:00Z')
  it.each([
    ['ISO 8601, as on Mastodon', { 'x-ratelimit-reset': '2026-11-22T09:05:00.123456Z' }, '2026-11-22T09:05:00.123Z'],
    ['seconds since 1970', { 'x-ratelimit-reset': '1795338300' }, '2026-11-22T09:05:00.000Z'],
    ['seconds to wait', { 'retry-after': '60' }, '2026-11-22T09:01:00.000Z'],
    ['a date to wait for', { 'retry-after': 'Sun, 22 Nov 2026 09:02:00 GMT' }, '2026-11-22T09:02:00.000Z'],
    ['the past', { 'x-ratelimit-reset': '2026-11-22T08:00:00Z' }, null],
    ['a year ahead', { 'x-ratelimit-reset': '2027-11-22T08:00:00Z' }, null],
    ['nonsense', { 'x-ratelimit-reset': 'soon', 'retry-after': '-1' }, null],
  ])('is read from %s', (_, headers, expected) => {
    expect(readReset(new Headers(headers), now)?.toISOString() ?? null).toBe(expected)
  })
})

describe('the address of a server', () => {
  it.each([
    ['mastodon.social', 'https://mastodon.social'],
    ['  https://Mastodon.Social/@brand  ', 'https://mastodon.social'],
    ['@brand@mastodon.social', 'https://mastodon.social'],
    ['brand@mastodon.social', 'https://mastodon.social'],
    ['münchen.social', 'https://xn--mnchen-3ya.social'],
    ['http://gotosocial:8080', 'http://gotosocial:8080'],
    ['http://mastodon.social', null],
    ['http://10.0.0.1', null],
    ['javascript:alert(1)', null],
    ['https://user:pass@mastodon.social', null],
    [`${'a'.repeat(400)}.example`, null],
  ])('is read from %j as %j', (entered, expected) => {
    expect(readServerAddress(entered)).toBe(expected)
  })

  it('is only shown as a link when it is one of the web', () => {
    expect(webAddress([null, 'javascript:1', 'https://a.example/1'], 'https://b.example/')).toBe('https://a.example/1')
    expect(webAddress(['data:text/html,x'], 'https://b.example/')).toBe('https://b.example/')
  })
})

describe('the time of a post', () => {
  const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 22, 9, 0, seconds))
  const sending = { startedAt: at(0), lastSending: at(5), settleMs: 30_000 }

  it('is judged by the clock of the server', () => {
    const ahead = clockDifference(at(100).toUTCString(), at(40), at(40))
    expect(ahead?.milliseconds).toBe(60_500)
    const { timing } = windowOf({ ...sending, ahead })
    expect([61, 95, 59, 105, 40, 115].map((second) => timing(at(second)))).toEqual([
      'in-time',
      'in-time',
      'doubtful',
      'doubtful',
      'outside',
      'outside',
    ])
  })

  it('is doubtful for two minutes around when the clocks could not be compared', () => {
    expect(clockDifference(null, at(0), at(0))).toBeNull()
    expect(clockDifference('yesterday', at(0), at(0))).toBeNull()
    const { timing, from } = windowOf({ ...sending, ahead: null })
    expect([0, -1, -119, -121, 36, 156].map((second) => timing(at(second)))).toEqual([
      'in-time',
      'doubtful',
      'doubtful',
      'outside',
      'doubtful',
      'outside',
    ])
    expect(from).toEqual(at(-120))
  })
})
