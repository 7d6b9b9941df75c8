import sanitize from 'sanitize-html'
import { textOf } from './html.ts'
import { renderMarkdown } from './markdown.ts'
import { publicText } from './public-text.ts'

const LONGEST = 200
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** One line about an article: what its author wrote, else how its text begins (about 200 characters, whole words). */
export function summaryOf(written: string | null, body: string): string {
  const own = oneLine(publicText(written ?? ''))
  return own === '' ? beginningOf(body) : own
}

/** Whether a summary says no more than the text does right at its beginning. */
export function isBeginning(summary: string, body: string): boolean {
  return summary === beginningOf(body) || plainText(body).startsWith(summary)
}

/** The words of a Markdown text on one line, without any markup. */
export function plainText(markdown: string): string {
  return wordsOf(textOf(renderMarkdown(markdown)))
}

/** Headings are left out: between sentences they read like mistakes. */
function beginningOf(body: string): string {
  const sentences = wordsOf(textOf(renderMarkdown(body)).replaceAll(/<(h\d)>[^]*?<\/\1>/g, ' '))
  return beginning(sentences === '' ? plainText(body) : sentences)
}

function wordsOf(markup: string): string {
  const spaced = markup.replaceAll(/<(?:br|hr|\/(?:p|h\d|li|td|th|pre|blockquote))\b/g, ' $&')
  const words = sanitize(spaced, { allowedTags: [], allowedAttributes: {}, nestingLimit: 200 })
  return oneLine(words.replaceAll(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity))
}

function beginning(text: string): string {
  const cut = firstCharacters(text, LONGEST)
  if (cut.length === text.length) return text
  const space = cut.lastIndexOf(' ')
  const whole = space > cut.length / 2 ? cut.slice(0, space) : cut
  return `${whole.replace(/[\s.,;:–-]+$/u, '')}…`
}

/** As many characters as a reader would count. */
function firstCharacters(text: string, most: number): string {
  let count = 0
  for (const { index } of new Intl.Segmenter().segment(text)) {
    if (count === most) return text.slice(0, index)
    count += 1
  }
  return text
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}
