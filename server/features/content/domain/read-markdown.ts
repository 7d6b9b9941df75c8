import { Marked, type Token, type Tokens } from 'marked'
import { decodeEntities } from './decode-entities.ts'
import { inlineText } from './inline-text.ts'
import { joinPassages, textPassage, type Passage } from './passage.ts'

/** Quotations and lists inside each other so deeply that reading them would hold up the whole server. */
const TOO_DEEP = /^(?:[>*+-][ \t]?|\d{1,9}[.)][ \t]?){200}/m

/**
 * Markdown as plain passages, in order. Passages without text carry only their pictures. Nesting that is deeper than
 * anybody writes by hand is read as plain text.
 */
export function readMarkdown(markdown: string): Passage[] {
  if (TOO_DEEP.test(markdown)) return [textPassage(markdown.trim())]
  try {
    return readBlocks(new Marked({ gfm: true }).lexer(markdown), 0)
  } catch (error) {
    if (error instanceof RangeError) return [textPassage(markdown.trim())]
    throw error
  }
}

function readBlocks(tokens: readonly Token[], depth: number): Passage[] {
  const passages: Passage[] = []
  let opensSection = false
  for (const token of tokens) {
    if (token.type === 'hr') opensSection = true
    const read = readBlock(token, depth).filter((passage) => passage.text !== '' || passage.pictures.length > 0)
    const [first, ...others] = read
    if (first === undefined) continue
    passages.push(opensSection ? { ...first, opensSection } : first, ...others)
    opensSection = false
  }
  return passages
}

function readBlock(token: Token, depth: number): Passage[] {
  switch (token.type) {
    case 'space':
    case 'checkbox':
    case 'def':
    case 'hr':
      return []
    case 'heading':
      return [ofInline('heading', (token as Tokens.Heading).tokens)]
    case 'code':
      return [{ ...textPassage((token as Tokens.Code).text.replace(/^\n+|\s+$/g, '')), kind: 'code' }]
    case 'blockquote':
      return quoted(readBlocks((token as Tokens.Blockquote).tokens, depth))
    case 'list':
      return [readList(token as Tokens.List, depth)]
    case 'table':
      return [readTable(token as Tokens.Table)]
    case 'html':
      return [textPassage(textOfHtml((token as Tokens.HTML).text))]
    default: {
      const { tokens, text } = token as Tokens.Text
      return [tokens === undefined ? textPassage(decodeEntities(text).trim()) : ofInline('text', tokens)]
    }
  }
}

function ofInline(kind: Passage['kind'], tokens: readonly Token[]): Passage {
  return { kind, opensSection: false, ...inlineText(tokens) }
}

function readList(list: Tokens.List, depth: number): Passage {
  const items = list.items.flatMap((item, index) => {
    const passages = readBlocks(item.tokens, depth + 1)
    const mark = item.task
      ? item.checked === true
        ? '☑ '
        : '☐ '
      : list.ordered
        ? `${Number(list.start) + index}. `
        : '• '
    const lead = passages.every((passage) => passage.text === '') ? '' : mark
    return passages.length === 0
      ? []
      : [joinPassages(passages, { kind: 'lines', separator: '\n', lead: '  '.repeat(depth) + lead })]
  })
  return joinPassages(items, { kind: 'lines', separator: '\n' })
}

function readTable({ header, rows }: Tokens.Table): Passage {
  const lines = [header, ...rows].map((cells) => {
    const texts = cells.map((cell) => ofInline('text', cell.tokens))
    return joinPassages(texts, { kind: 'lines', separator: ' | ' })
  })
  return joinPassages(lines, { kind: 'lines', separator: '\n' })
}

/** A quotation in quotation marks, unless its writer has put some. */
function quoted(passages: readonly Passage[]): Passage[] {
  const inner = joinPassages(passages, { kind: 'text', separator: '\n' })
  if (inner.text === '' || /^[“”"„«‘]/u.test(inner.text)) return [inner]
  const pictures = inner.pictures.map((mark) => ({ ...mark, at: mark.at + 1 }))
  return [{ ...inner, text: `“${inner.text}”`, pictures }]
}

function textOfHtml(html: string): string {
  if (/^\s*<(?:!--|script|style|template)/i.test(html)) return ''
  return decodeEntities(html.replace(/<br\b[^<>]*>/gi, '\n').replace(/<[^<>]*>/g, '')).trim()
}
