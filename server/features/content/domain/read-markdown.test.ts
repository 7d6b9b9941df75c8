import { describe, expect, it } from 'vitest'
import { findLinks } from '#contract/text-count.ts'
import { documentOf } from './document.ts'
import { readMarkdown } from './read-markdown.ts'

const plain = (markdown: string) => documentOf(readMarkdown(markdown), 'en').text

describe('Markdown becomes plain text', () => {
  it.each([
    ['emphasis without its marks', '**Bold** and *leaning*, `code` too', 'Bold and leaning, code too'],
    ['a heading as a line', '# Title\nText', 'Title\n\nText'],
    ['lines as they were written', 'one\ntwo  \nthree', 'one\ntwo\nthree'],
    ['struck-out words left away', 'now ~~12~~ 10 euros, ~5', 'now 10 euros, ~5'],
    ['escapes and references', '1 \\* 2 &amp; 3 &#8364; &unknown; &#x202e;x', '1 * 2 & 3 € &unknown; x'],
    ['a list with marks', '- a\n- b\n  1. c\n  2. d', '• a\n• b\n  1. c\n  2. d'],
    ['a list that starts elsewhere', '7. a\n8. b', '7. a\n8. b'],
    ['a loose list', '- a\n\n  more\n\n- b', '• a\nmore\n• b'],
    ['tasks', '- [x] done\n- [ ] open', '☑ done\n☐ open'],
    ['code as it is', 'Run:\n\n```sh\n  npm  start\n```', 'Run:\n\n  npm  start'],
    ['a quotation in quotation marks', '> Fashion fades,\n> style remains.', '“Fashion fades,\nstyle remains.”'],
    ['a quotation that has them', '> "Style."', '"Style."'],
    ['a table line by line', '| a | b |\n|---|---|\n| 1 | **2** |', 'a | b\n1 | 2'],
    ['HTML without its tags', '<div>hi <b>you</b></div>\n\nthere<br>and <i>here</i>', 'hi you\n\nthere\nand here'],
    ['no script and no comment', 'a\n\n<script>alert(1)</script>\n\n<!-- b -->\n\nc', 'a\n\nc'],
    ['no line across', 'a\n\n---\n\nb', 'a\n\nb'],
    ['no picture', 'a ![alt](x.png) b\n\n![alone](y.png)\n\nc', 'a b\n\nc'],
    ['nothing of nothing', ' \n\n', ''],
    [
      'hashtags and mentions as they are',
      '#tutti @ada@social.example @ada.bsky.social',
      '#tutti @ada@social.example @ada.bsky.social',
    ],
    ['what only looks like a tag', 'I <3 5 < 6', 'I <3 5 < 6'],
  ])('%s', (_what, markdown, text) => expect(plain(markdown)).toBe(text))

  it('reads nesting that is too deep as it stands', () => {
    const deep = '>'.repeat(60_000)
    expect(plain(deep)).toBe(deep)
  })
})

describe('a link becomes words and address', () => {
  it.each([
    ['[our report](https://x.org/r)', 'our report https://x.org/r'],
    ['See [our report](https://x.org/r).', 'See our report https://x.org/r.'],
    ['([report](https://x.org/r))', '(report https://x.org/r)'],
    ['[https://x.org/r](https://x.org/r)', 'https://x.org/r'],
    ['[x.org](https://www.x.org/)', 'https://www.x.org/'],
    ['<https://x.org/a>', 'https://x.org/a'],
    ['https://x.org/a_b_c?d=1&e=2, www.x.org', 'https://x.org/a_b_c?d=1&e=2, www.x.org'],
    ['[a](https://x.org/r)b', 'a https://x.org/r b'],
    ['see[](https://x.org/r)', 'see https://x.org/r'],
    ["[Tutti](https://x.org/t)'yi deneyin", "Tutti'yi https://x.org/t deneyin"],
    ['[**a** b](https://x.org/r "title")', 'a b https://x.org/r'],
    ['[a](<https://x.org/b c>)', 'a https://x.org/b%20c'],
    ['[write](mailto:ada@x.org), [jump](#there), [page](/about)', 'write, jump, page'],
    ['[no](javascript:alert(1))', 'no'],
    ['[a][1]\n\n[1]: https://x.org/r', 'a https://x.org/r'],
    ['[![alt](p.png)](https://x.org/r)', 'https://x.org/r'],
    ['https://x.org/a?b=1&amp;c=2', 'https://x.org/a?b=1&amp;c=2'],
  ])('%s', (markdown, text) => expect(plain(markdown)).toBe(text))

  it.each([
    '[a](https://x.org/r)b',
    '[a](https://x.org/r)/b',
    "[a](https://x.org/r)'yi",
    '[a](https://x.org/r)**b**',
    '“[a](https://x.org/r)”',
    '[a](https://x.org/r)[b](https://y.org)',
    '<https://x.org/r><https://y.org>',
    '[a](https://x.org/r)![p](p.png)b',
  ])('that stays what it was: %s', (markdown) => expect(findLinks(plain(markdown))[0]?.url).toBe('https://x.org/r'))
})

describe('pictures of a text', () => {
  it('are marked where they stood', () => {
    const { text, pictures } = documentOf(
      readMarkdown('One ![a](/a) two.\n\n![b](/b)\n\nThree\n\n- four\n- ![c](/c) five\n\n> ![d](/d) six'),
      'en',
    )
    const before = pictures.map(({ address, at }) => [address, text.slice(0, at).split(/\s+/).at(-1)])
    expect(before).toEqual([
      ['/a', ''],
      ['/b', 'two.'],
      ['/c', ''],
      ['/d', '“'],
    ])
    expect(pictures.map(({ at }) => text.slice(at).trimStart().slice(0, 4))).toEqual(['two.', 'Thre', 'five', 'six”'])
  })
})
