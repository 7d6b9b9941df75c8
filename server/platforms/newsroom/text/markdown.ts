import { Marked, type Token, type Tokens, type TokensList } from 'marked'
import sanitize from 'sanitize-html'
import { escapeHtml, html, safeHtml, textOf, type Html } from './html.ts'

/** Line breaks are kept: a press release has postal addresses and telephone numbers on lines of their own. */
const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    // Pictures from elsewhere would tell another server who reads; their address stays as a link.
    image: ({ href, text }) => textOf(html`<a href="${href}">${text === '' ? href : text}</a>`),
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
})

/** Far more than an article has. The parser takes seconds to pair tens of thousands. */
const MOST_MARKS = 2000

const TEXT = ['p', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'a']
const MARKS = ['strong', 'em', 'b', 'i', 'del', 's', 'sub', 'sup']
const TABLES = ['table', 'thead', 'tbody', 'tr', 'th', 'td']

const rules: sanitize.IOptions = {
  allowedTags: [...TEXT, ...MARKS, ...TABLES],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['align', 'scope'], td: ['align'], pre: ['tabindex'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit: 60,
  transformTags: {
    a: (tagName, { href = '' }) => ({
      tagName,
      attribs: /^(?:https?:\/\/|mailto:)/i.test(href) ? { href, rel: 'noopener' } : {},
    }),
    // Wide code scrolls, which a keyboard must reach.
    pre: (tagName) => ({ tagName, attribs: { tabindex: '0' } }),
    th: (tagName, { align }) => ({ tagName, attribs: { scope: 'col', ...(align === undefined ? {} : { align }) } }),
  },
}

/**
 * Markdown as HTML that can do nothing but be read: no scripts, styles, pictures or forms, links to http, https and mail
 * only. Its highest heading is an h2, since the title of the article is the h1.
 */
export function renderMarkdown(markdown: string): Html {
  if ((markdown.match(/[*_~>]+/g) ?? []).length > MOST_MARKS) return asWritten(markdown)
  try {
    const tokens = marked.lexer(markdown)
    shiftHeadings(tokens)
    return safeHtml(scrollingTables(sanitize(marked.parser(tokens), rules)))
  } catch (error) {
    // Deep nesting exhausts the parser's stack.
    if (error instanceof RangeError) return asWritten(markdown)
    throw error
  }
}

function asWritten(text: string): Html {
  return safeHtml(`<p>${escapeHtml(text).replaceAll('\n', '<br />')}</p>`)
}

/** Tables carry no attributes after sanitising, and angle brackets of the text are escaped: these are all of them. */
function scrollingTables(sanitised: string): string {
  return sanitised
    .replaceAll('<table>', '<div class="wide" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
}

function shiftHeadings(tokens: TokensList): void {
  const headings: Tokens.Heading[] = []
  // It answers with promises only where a visitor does.
  void marked.walkTokens(tokens, (token) => {
    if (isHeading(token)) headings.push(token)
  })
  const shift = 2 - Math.min(...headings.map(({ depth }) => depth))
  for (const heading of headings) heading.depth = Math.min(6, heading.depth + shift)
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading'
}
