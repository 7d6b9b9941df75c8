import { describe, expect, it } from 'vitest'
import type { Platform } from '../records.ts'
import { BASE, change, emptyComposition, formOf, splitPart, splitToFit, withPart, withoutPart } from './composition.ts'
import { countForm, cutToFit, shortLinkLength, tightest } from './count-forms.ts'
import { highlights } from './highlights.ts'

const start = emptyComposition({
  when: { date: '2026-11-24', time: '09:00', timeZone: 'Europe/Istanbul' },
  language: 'tr',
})
const part = (text: string) => ({ text, mediaIds: [] })

describe('forms', () => {
  it('a channel follows the base until it gets its own form, and again when it is told to', () => {
    const based = change(start, { kind: 'form', tab: BASE, form: { title: 'T', parts: [part('base')] } })
    expect(formOf(based, 'one').parts[0]?.text).toBe('base')
    const own = change(based, { kind: 'form', tab: 'one', form: { title: '', parts: [part('own')] } })
    const rewritten = change(own, { kind: 'form', tab: BASE, form: { title: 'T', parts: [part('new base')] } })
    expect([formOf(rewritten, 'one').parts[0]?.text, formOf(rewritten, 'two').parts[0]?.text]).toEqual([
      'own',
      'new base',
    ])
    expect(formOf(change(rewritten, { kind: 'follow', tab: 'one' }), 'one').parts[0]?.text).toBe('new base')
  })

  it('a thread is one post where a platform has no threads', () => {
    const thread = change(start, {
      kind: 'form',
      tab: BASE,
      form: {
        title: '',
        parts: [
          { text: 'one ', mediaIds: ['a'] },
          { text: 'two', mediaIds: ['b'] },
        ],
      },
    })
    expect(formOf(thread, 'newsroom', false).parts).toEqual([{ text: 'one\n\ntwo', mediaIds: ['a', 'b'] }])
    expect(formOf(thread, 'mastodon', true).parts).toHaveLength(2)
  })

  it('parts are divided, changed and taken out; the last one stays', () => {
    const form = { title: '', parts: [{ text: 'first second', mediaIds: ['a'] }] }
    const divided = splitPart(form, 0, 6)
    expect(divided.parts).toEqual([{ text: 'first', mediaIds: ['a'] }, part('second')])
    expect(withPart(divided, 1, { text: 'changed' }).parts[1]?.text).toBe('changed')
    expect(withoutPart(withoutPart(divided, 1), 0).parts).toEqual([part('')])
  })
})

describe('counting', () => {
  const bluesky = {
    text: { unit: 'graphemes', limit: 300, byteLimit: 3000, linkLength: null },
    contentWarning: false,
  } satisfies Pick<Platform, 'text' | 'contentWarning'>

  it('takes links at the length of our short links, where they are tracked', () => {
    const form = { title: '', parts: [part(`See https://example.org/${'a'.repeat(200)}`)] }
    const counted = { platform: bluesky, contentWarning: '', linkLength: shortLinkLength('https://social.example.org') }
    expect(countForm(form, { ...counted, trackLinks: true })[0]?.used).toBe(4 + 36)
    expect(countForm(form, { ...counted, trackLinks: false })[0]?.used).toBe(4 + 220)
  })

  it('tells the part of a thread that is farthest over its limit', () => {
    const counts = countForm(
      { title: '', parts: [part('a'.repeat(310)), part('b'), part('c'.repeat(305))] },
      { platform: bluesky, contentWarning: '', trackLinks: true, linkLength: 30 },
    )
    expect(tightest(counts)).toMatchObject({ used: 310, over: 10 })
    expect(tightest([])).toBeNull()
  })
})

describe('dividing a text that is too long', () => {
  const fits = (text: string) => text.length < 40
  const divide = (text: string) =>
    splitToFit({ title: '', parts: [{ text, mediaIds: ['a'] }] }, 0, fits, (one) => cutToFit(one, fits)).parts

  it('makes as many parts as it takes, after a sentence where there is one', () => {
    const parts = divide('Su yumuşak olmalı. Sert su kahveyi düzleştirir. Bir deneyin, aynı çekirdekle iki sürahi.')
    expect(parts.map(({ text }) => text)).toEqual([
      'Su yumuşak olmalı.',
      'Sert su kahveyi düzleştirir.',
      'Bir deneyin, aynı çekirdekle iki',
      'sürahi.',
    ])
    expect(parts.map(({ mediaIds }) => mediaIds.length)).toEqual([1, 0, 0, 0])
  })

  it('leaves alone what fits and what has no place to divide', () => {
    expect(divide('short')).toHaveLength(1)
    expect(divide('a'.repeat(50))).toHaveLength(1)
  })
})

describe('highlights', () => {
  it('mark links and hashtags, and draw the gravest finding where they overlap', () => {
    expect(
      highlights('Gel #kahve bugün', [
        { from: 4, to: 16, severity: 'warn' },
        { from: 11, to: 16, severity: 'block' },
      ]),
    ).toEqual([
      { text: 'Gel ', marked: false, severity: null },
      { text: '#kahve', marked: true, severity: 'warn' },
      { text: ' ', marked: false, severity: 'warn' },
      { text: 'bugün', marked: false, severity: 'block' },
    ])
  })

  it('leave out findings without a place or behind the end', () => {
    const text = 'plain'
    expect(
      highlights(text, [
        { from: null, to: null, severity: 'warn' },
        { from: 9, to: 12, severity: 'block' },
      ]),
    ).toEqual([{ text, marked: false, severity: null }])
    expect(highlights('', [])).toEqual([])
  })
})
