import { describe, expect, it } from 'vitest'
import { textOf } from './html.ts'
import { renderMarkdown } from './markdown.ts'

const render = (markdown: string) => textOf(renderMarkdown(markdown)).trim()

describe('Markdown', () => {
  it('becomes plain HTML whose line breaks stay', () => {
    expect(render('**Kasım** _haftaları_\n+90 212 000 00 00')).toBe(
      '<p><strong>Kasım</strong> <em>haftaları</em><br />+90 212 000 00 00</p>',
    )
  })

  it('begins its headings below the title of the article', () => {
    expect(render('# One\n\n## Two')).toBe('<h2>One</h2>\n<h3>Two</h3>')
    expect(render('### One\n\n###### Four')).toBe('<h2>One</h2>\n<h5>Four</h5>')
    expect(render('#hashtag at the beginning')).toBe('<p>#hashtag at the beginning</p>')
  })

  it('leads out with links to the web and to mail, and with no others', () => {
    expect(render('[a](https://a.example/?x=1&y=2)')).toBe(
      '<p><a href="https://a.example/?x=1&amp;y=2" rel="noopener">a</a></p>',
    )
    expect(render('<press@a.example>')).toContain('href="mailto:press@a.example"')
    const others = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\tscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '//a.example',
      '/settings',
      '#x',
      'ftp://a.example',
    ]
    for (const address of others) expect(render(`[a](<${address}>) <a href="${address}">b</a>`)).not.toMatch(/href/)
  })

  it('shows a picture from elsewhere as a link', () => {
    expect(render('![A view](https://a.example/x.png)')).toBe(
      '<p><a href="https://a.example/x.png" rel="noopener">A view</a></p>',
    )
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<p onclick="alert(1)" style="position:fixed" id="main" class="skip">x</p>',
    '<iframe src="https://a.example"></iframe>',
    '<form action="https://a.example"><input name="q"></form>',
    '<style>body{display:none}</style>',
    '<a href="javascript&colon;alert(1)">x</a>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '[x](https://a.example "onmouseover=alert(1)")',
    '</div></main><base href="https://a.example">',
    '<!--><img src=x onerror=alert(1)>-->',
    '``<script>alert(1)</script>',
    '![x](javascript:alert(1))',
    '![" onerror="alert(1)](https://a.example/x.png)',
  ])('can run and disguise nothing: %s', (markdown) => {
    expect(render(markdown)).not.toMatch(
      /<(?:script|img|svg|iframe|form|input|style|math|base|main|\/main|!--)|<[^>]* (?:on\w+|style|id|class(?!="wide"))=|javascript:[^<]*"/i,
    )
  })

  it('lets wide tables scroll and names their columns', () => {
    expect(render('| a |\n|--:|\n| 1 |')).toMatch(
      /^<div class="wide" tabindex="0"><table>[^]*<th scope="col" align="right">a<\/th>[^]*<\/table><\/div>$/,
    )
  })

  it('shows what is done and what is not', () => {
    expect(render('- [x] Done\n- [ ] Open')).toMatch(/☑ Done[^]*☐ Open/)
  })

  it.each(['> ', '- ', '_a_', '~~a~\n', '[', '<b>'])(
    'shows soon what is said after “%s” ten thousand times',
    (mark) => {
      const begun = performance.now()
      expect(render(`${mark.repeat(10_000)}deep & <i>wide</i>`)).toMatch(/deep &amp; .*wide/)
      expect(performance.now() - begun).toBeLessThan(2000)
    },
  )
})
