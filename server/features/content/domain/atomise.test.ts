import { describe, expect, it } from 'vitest'
import type { PlatformDescription } from '#contract/platforms.ts'
import { atomise, type Source } from './atomise.ts'

const network: PlatformDescription = {
  id: 'network',
  name: 'Network',
  kind: 'social-network',
  text: { unit: 'graphemes', limit: 100, byteLimit: null, linkLength: null },
  title: null,
  markup: 'plain',
  pictures: { most: 2, types: ['image/jpeg'], mostBytes: 1_000_000, altTextLimit: 1000 },
  threads: true,
  edits: false,
  deletes: true,
  contentWarning: false,
  visibilities: [],
  lookUp: 'none',
  metrics: [],
  settings: [],
  authorises: false,
}
const single: PlatformDescription = { ...network, threads: false }
const newsroom: PlatformDescription = {
  ...network,
  kind: 'owned',
  text: { unit: 'unlimited', limit: null, byteLimit: null, linkLength: null },
  title: { required: true, limit: 30 },
  markup: 'markdown',
}
const piece = (body: string, more: Partial<Source> = {}): Source => ({
  title: 'The title',
  body,
  language: 'en',
  mediaIds: [],
  ...more,
})
const texts = (body: string, description = network, more: Partial<Source> = {}) =>
  atomise(piece(body, more), description).parts.map((part) => part.text)

describe('a text that fits', () => {
  it('is one post as it was written', () => {
    expect(atomise(piece('Come in. *It is warm.*'), network)).toEqual({
      form: 'short-post',
      title: null,
      parts: [{ text: 'Come in. It is warm.', mediaIds: [] }],
      contentWarning: null,
      visibility: null,
    })
  })

  it('gets hashtags from headings and bold names, as far as there is room and none were set', () => {
    expect(texts('Try **Solar Power** now.')).toEqual(['Try Solar Power now.\n\n#SolarPower'])
    expect(texts('Try **Solar Power** now #sun')).toEqual(['Try Solar Power now #sun'])
    expect(texts(`**Solar Power** ${'x'.repeat(80)}`)).toEqual([`Solar Power ${'x'.repeat(80)}`])
  })

  it('carries the first pictures of the piece, at most as many as the platform takes', () => {
    expect(atomise(piece('Look.', { mediaIds: ['a', 'b', 'b', 'c'] }), network).parts[0]?.mediaIds).toEqual(['a', 'b'])
  })
})

describe('a piece without a text', () => {
  it.each(['', '  \n', '![a](/x)', '---'])('says its title: %j', (body) => expect(texts(body)).toEqual(['The title']))
  it('of only a link is that link', () => expect(texts('https://x.org/a')).toEqual(['https://x.org/a']))
})

describe('a text that is too long for one post, where there are threads', () => {
  const heading = `# One\n\n${'Short words here. '.repeat(3)}\n\n# Two\n\n${'More words here. '.repeat(3)}`

  it('is cut before a heading', () => {
    expect(texts(heading)).toEqual([
      'One\n\nShort words here. Short words here. Short words here.',
      'Two\n\nMore words here. More words here. More words here.',
    ])
  })

  it('is cut between paragraphs, then between sentences', () => {
    const first = 'The first paragraph has two sentences. This is the second one.'
    const second =
      'The second paragraph follows. It has a second sentence, and a third. Here it is, and it is long, too.'
    expect(texts(`${first}\n\n${second}`)).toEqual([
      `${first}\n\n1/3`,
      'The second paragraph follows. It has a second sentence, and a third.\n\n2/3',
      'Here it is, and it is long, too.\n\n3/3',
    ])
  })

  it('never leaves a heading alone at the end of a post', () => {
    const parts = texts(`${'A few words here. '.repeat(4)}\n\n# Heading\n\n${'And some more of them. '.repeat(3)}`)
    expect(parts).toEqual([
      'A few words here. A few words here. A few words here. A few words here.',
      'Heading\n\nAnd some more of them. And some more of them. And some more of them.',
    ])
  })

  it('is numbered where there are more than two posts', () => {
    const parts = texts('This sentence has forty-two characters ok. '.repeat(6))
    expect(parts).toHaveLength(3)
    expect(parts.map((part) => part.split('\n\n')[1])).toEqual(['1/3', '2/3', '3/3'])
    expect(parts.every((part) => part.length <= 100)).toBe(true)
  })

  it('keeps a link whole, in a post of its own if need be', () => {
    const link = `https://x.org/${'a'.repeat(80)}`
    expect(texts(`Some words before the link that take space.\n\n${link}`)).toEqual([
      'Some words before the link that take space.',
      link,
    ])
  })

  it('shows a link that is too long as it is, alone', () => {
    const link = `https://x.org/${'a'.repeat(200)}`
    expect(texts(`Read this: ${link} and more`)).toEqual(['Read this:\n\n1/3', `${link}\n\n2/3`, 'and more\n\n3/3'])
  })

  it('cuts a word that is too long between characters as readers see them', () => {
    const family = '👩‍👩‍👧‍👦'
    expect(texts(family.repeat(150))).toEqual([family.repeat(100), family.repeat(50)])
    expect(texts('ğ'.repeat(101))).toEqual(['ğ'.repeat(100), 'ğ'])
  })

  it('keeps lines of code and of lists whole', () => {
    const code = Array.from({ length: 5 }, (_, line) => `const line${line} = '${'x'.repeat(15)}'`).join('\n')
    expect(
      texts(`\`\`\`\n${code}\n\`\`\``)
        .flatMap((part) => part.split(/\n+/))
        .filter((line) => line.startsWith('const')),
    ).toEqual(code.split('\n'))
    const items = Array.from({ length: 6 }, (_, item) => `• the item of number ${item}`)
    expect(texts(items.map((item) => item.replace('•', '-')).join('\n')).flatMap((part) => part.split('\n'))).toEqual(
      items,
    )
  })

  it('has its pictures near their words and the others first', () => {
    const body = `${'First words here. '.repeat(5)}\n\n${'Other words here. '.repeat(5)}\n\n![p](/api/v1/media/b/file)`
    expect(
      atomise(piece(body, { mediaIds: ['a', 'b', 'c', 'd'] }), network).parts.map((part) => part.mediaIds),
    ).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ])
  })

  it('ends early, with its last link, where it would be longer than the longest thread', () => {
    const parts = texts(`${'Twelve chars '.repeat(700)}\n\nhttps://x.org/all`)
    expect(parts).toHaveLength(50)
    expect(parts.at(-1)).toMatch(/…\n\nhttps:\/\/x\.org\/all\n\n50\/50$/)
  })
})

describe('a text that is too long, where there are no threads', () => {
  const filler = 'Then there is a lot more to read about all this. '.repeat(5)

  it('is its first strong sentence, its last link and hashtags', () => {
    expect(
      texts(
        `# Solar Power\n\nNews. We put panels on every roof. ${filler} [Read on](https://x.org/a), https://x.org/b`,
        single,
      ),
    ).toEqual(['We put panels on every roof.\n\nhttps://x.org/b\n\n#SolarPower'])
  })

  it('is shortened between words where even that sentence is too long', () => {
    const [text = ''] = texts(`${'All these words, which go on '.repeat(6)}. https://x.org/b`, single)
    expect(text).toMatch(/^All these words.*[a-z]…\n\nhttps:\/\/x\.org\/b$/)
    expect(text.length).toBeLessThanOrEqual(100)
  })

  it('leaves a link out that is too long for any post', () => {
    expect(texts(`We put panels on every roof. ${filler} https://x.org/${'a'.repeat(200)}`, single)).toEqual([
      'We put panels on every roof.',
    ])
  })

  it('reads Turkish', () => {
    const body = `Prof. Dr. Ayşe Işık 3. Bölge’de konuştu. ${'Sonra uzun uzun anlatıldı. '.repeat(6)}`
    expect(texts(body, single, { language: 'tr' })).toEqual(['Prof. Dr. Ayşe Işık 3. Bölge’de konuştu.'])
  })
})

describe('an article', () => {
  it('keeps title, Markdown and pictures', () => {
    const body = '# Hello\n\n\n\n```\na\n\n\nb\n```\n[link](https://x.org)'
    expect(atomise(piece(body, { mediaIds: ['a', 'b', 'c'] }), newsroom)).toEqual({
      form: 'article',
      title: 'The title',
      parts: [{ text: body, mediaIds: ['a', 'b'] }],
      contentWarning: null,
      visibility: null,
    })
  })

  it('is words only where the platform reads no Markdown', () => {
    expect(texts('# Hello\n\n**you**', { ...newsroom, markup: 'plain' })).toEqual(['Hello\n\nyou'])
  })

  it('has a title that fits', () => {
    expect(atomise(piece('a', { title: 'A title that is rather long for this place' }), newsroom).title).toBe(
      'A title that is rather long…',
    )
  })

  it('says its title where there is no other place for it', () => {
    expect(texts('', { ...newsroom, title: null })).toEqual(['The title'])
    expect(texts('', newsroom)).toEqual([''])
  })

  it('is shortened to what the contract takes', () => {
    const [text = ''] = texts('many words '.repeat(9000), newsroom)
    expect(text.length).toBeLessThanOrEqual(50_000)
    expect(text.endsWith(' words…') || text.endsWith(' many…')).toBe(true)
  })
})
