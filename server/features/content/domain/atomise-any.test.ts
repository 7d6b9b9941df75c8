import { describe, expect, it } from 'vitest'
import { VariantFields } from '#contract/content.ts'
import type { PlatformDescription, TextRule } from '#contract/platforms.ts'
import { countText, findHashtags, findLinks, findMentions } from '#contract/text-count.ts'
import { atomise } from './atomise.ts'
import { documentOf } from './document.ts'
import { readMarkdown } from './read-markdown.ts'

/** The same numbers for the same seed, on every machine (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const WORDS = [
  'sonbahar',
  'İstanbul’da',
  'ılık',
  'koleksiyon,',
  'and',
  'the',
  'Prof.',
  'harvest.',
  'Güneş!',
  'why?',
  '29.',
  '10\u00a0000',
  '👩‍👩‍👧‍👦',
  '🇹🇷',
  '👍🏽',
  'e\u0301te\u0301',
  '#hasat',
  '#Güneş_Enerjisi',
  '@ada@social.example',
  '@ada.bsky.social',
  'https://tutti.example/a?b=1&c=2',
  'https://x.org/Foo_(bar)',
  '[the words](https://x.org/path)',
  "[Tutti](https://x.org/t)'yi",
  '**Yerli Üretim**',
  '*soft*',
  '`code`',
  '日本語。文章。',
  'x'.repeat(90),
  'ğ👩‍🚀'.repeat(30),
  '—',
  '…',
  '(see',
  'below)',
  `${'日'.repeat(70)}https://tutti.example/path/to/something`,
  `${'x'.repeat(90)}(https://tutti.example/in/brackets)`,
  '，#標籤標籤標籤'.repeat(14),
  '、@ada@social.example'.repeat(9),
]

function paragraph(pick: (below: number) => number): string {
  return Array.from({ length: 1 + pick(18) }, () => WORDS[pick(WORDS.length)]).join(' ')
}

function anyMarkdown(seed: number): string {
  const pick = random(seed)
  const blocks: (() => string)[] = [
    () => paragraph(pick),
    () => paragraph(pick),
    () => `## ${WORDS[pick(WORDS.length)]} ${WORDS[pick(WORDS.length)]}`,
    () => Array.from({ length: 1 + pick(6) }, () => `- ${paragraph(pick).slice(0, 60)}`).join('\n'),
    () => `> ${paragraph(pick)}`,
    () => `\`\`\`\nconst a = 1\n${'y'.repeat(pick(150))}\n\`\`\``,
    () => '---',
    () => '![picture](/api/v1/media/11111111-1111-4111-8111-111111111111/file)',
  ]
  return Array.from({ length: pick(8) }, () => blocks[pick(blocks.length)]?.() ?? '').join('\n\n')
}

const rules: Readonly<Record<string, TextRule>> = {
  graphemes: { unit: 'graphemes', limit: 120, byteLimit: 600, linkLength: null },
  bluesky: { unit: 'graphemes', limit: 300, byteLimit: 3000, linkLength: null },
  mastodon: { unit: 'mastodon', limit: 200, byteLimit: null, linkLength: 23 },
}

function network(text: TextRule, threads: boolean): PlatformDescription {
  return {
    id: 'network',
    name: 'Network',
    kind: 'social-network',
    text,
    title: null,
    markup: 'plain',
    pictures: { most: 1, types: [], mostBytes: 1, altTextLimit: 1 },
    threads,
    edits: false,
    deletes: true,
    contentWarning: false,
    visibilities: [],
    lookUp: 'none',
    metrics: [],
    settings: [],
    authorises: false,
  }
}

const mediaIds = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
const source = (seed: number) => ({
  title: 'Başlık',
  body: anyMarkdown(seed),
  language: seed % 2 === 0 ? 'tr' : 'en',
  mediaIds,
})
const seeds = Array.from({ length: 60 }, (_, seed) => seed)
const withoutSpace = (text: string) => text.replace(/\s+/g, '')

describe.each(Object.entries(rules))('whatever was written, by the rule of %s', (_name, rule) => {
  it('every part fits, says something and is what the contract takes', () => {
    for (const threads of [true, false]) {
      for (const seed of seeds) {
        const proposal = atomise(source(seed), network(rule, threads))
        expect(VariantFields.parse(proposal)).toEqual(proposal)
        for (const { text } of proposal.parts) {
          expect(countText(rule, text), `seed ${seed}: ${text}`).toMatchObject({ over: 0 })
          expect(text.trim(), `seed ${seed}`).toBe(text)
          expect(text).not.toBe('')
        }
      }
    }
  })

  it('a thread loses nothing and cuts no link, hashtag, mention or emoji', () => {
    let threads = 0
    for (const seed of seeds) {
      const { form, parts } = atomise(source(seed), network(rule, true))
      if (form !== 'thread') continue
      threads += 1
      const { text: whole } = documentOf(readMarkdown(source(seed).body), source(seed).language)
      const numbered = parts.length > 2
      const texts = parts.map(({ text }, index) => {
        const ending = `\n\n${index + 1}/${parts.length}`
        expect(text.endsWith(ending)).toBe(numbered)
        return numbered ? text.slice(0, -ending.length) : text
      })
      expect(withoutSpace(texts.join(' ')), `seed ${seed}`).toBe(withoutSpace(whole))
      expect(texts.flatMap((text) => findLinks(text).map((link) => link.url))).toEqual(
        findLinks(whole).map((link) => link.url),
      )
      expect(texts.flatMap((text) => findHashtags(text).map((one) => one.tag))).toEqual(
        findHashtags(whole).map((one) => one.tag),
      )
      expect(texts.flatMap((text) => findMentions(text).map((one) => one.name))).toEqual(
        findMentions(whole).map((one) => one.name),
      )
      expect(texts.flatMap(graphemes)).toEqual(graphemes(whole))
    }
    expect(threads).toBeGreaterThan(20)
  })

  it('each picture is used once at most, and no part has more than the platform takes', () => {
    for (const seed of seeds) {
      const { parts } = atomise(source(seed), network(rule, true))
      const used = parts.flatMap((part) => part.mediaIds)
      expect(new Set(used).size).toBe(used.length)
      expect(Math.max(...parts.map((part) => part.mediaIds.length))).toBeLessThanOrEqual(1)
      expect(used.length).toBe(Math.min(parts.length, mediaIds.length))
    }
  })

  it('the same piece gives the same proposal', () => {
    for (const seed of seeds)
      expect(atomise(source(seed), network(rule, true))).toEqual(atomise(source(seed), network(rule, true)))
  })
})

function graphemes(text: string): string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
  return [...segmenter.segment(text)].map(({ segment }) => segment).filter((segment) => segment.trim() !== '')
}
