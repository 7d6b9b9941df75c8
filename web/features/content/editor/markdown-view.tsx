import { marked } from 'marked'
import type { Token, Tokens } from 'marked'
import { Fragment, createContext, useContext, useMemo } from 'react'
import type { ReactNode } from 'react'
import { keyed } from '#web/ui/keyed.ts'
import classes from './markdown-view.module.css'

interface MarkdownViewProps {
  readonly text: string
  /** The level of the page's headings that the highest heading of the text takes. */
  readonly level?: 3 | 4
}

/** Markdown as it reads. Elements are built one by one: HTML in the text is shown as text and never becomes a page's own. */
export function MarkdownView({ text, level = 3 }: MarkdownViewProps) {
  const tokens = useMemo(() => readTokens(text), [text])
  const highest = Math.min(
    6,
    ...tokens.flatMap((token) => (token.type === 'heading' ? [(token as Tokens.Heading).depth] : [])),
  )
  return (
    <Shift value={level - highest}>
      <div className={classes.prose}>{blocks(tokens)}</div>
    </Shift>
  )
}

/** How many levels the headings of the text are moved down, so that they go on where the page's own end. */
const Shift = createContext(0)

/** Nesting deeper than anybody writes by hand would hold up the page; it is shown as plain text. */
function readTokens(text: string): readonly Token[] {
  if (/^(?:[>*+-][ \t]?|\d{1,9}[.)][ \t]?){100}/mu.test(text))
    return [{ type: 'paragraph', raw: text, text, tokens: [{ type: 'text', raw: text, text }] }]
  return marked.lexer(text, { gfm: true })
}

function blocks(tokens: readonly Token[]): ReactNode[] {
  return keyed(tokens).map(({ key, item }) => <Fragment key={key}>{block(item as Tokens.Generic)}</Fragment>)
}

function block(token: Tokens.Generic): ReactNode {
  switch (token.type) {
    case 'heading':
      return <Heading depth={Number(token['depth'])}>{inline(token.tokens)}</Heading>
    case 'paragraph':
      return <p>{inline(token.tokens)}</p>
    case 'text':
      return token.tokens === undefined ? <>{plain(token)}</> : <>{inline(token.tokens)}</>
    case 'blockquote':
      return <blockquote>{blocks(token.tokens ?? [])}</blockquote>
    case 'list':
      return <List list={token as Tokens.List} />
    case 'code':
      return (
        <pre>
          <code>{plain(token)}</code>
        </pre>
      )
    case 'hr':
      return <hr />
    case 'table':
      return <Table table={token as Tokens.Table} />
    case 'space':
    case 'def':
      return null
    default:
      return <p>{token.raw}</p>
  }
}

const LEVELS = ['h3', 'h4', 'h5', 'h6'] as const

function Heading({ depth, children }: { depth: number; children: ReactNode }) {
  const shift = useContext(Shift)
  const Level = LEVELS[Math.min(Math.max(depth + shift - 3, 0), 3)] ?? 'h6'
  return <Level className={classes[`heading${Math.min(depth, 3)}`]}>{children}</Level>
}

function List({ list }: { list: Tokens.List }) {
  const items = keyed(list.items).map(({ key, item }) => (
    <li key={key}>
      {item.task && (item.checked ? '☑ ' : '☐ ')}
      {blocks(item.tokens.filter((token) => token.type !== 'checkbox'))}
    </li>
  ))
  return list.ordered ? <ol start={list.start === '' ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>
}

function Table({ table }: { table: Tokens.Table }) {
  return (
    <table>
      <thead>
        <tr>
          {keyed(table.header).map(({ key, item }) => (
            <th key={key} scope="col">
              {inline(item.tokens)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(table.rows).map((row) => (
          <tr key={row.key}>
            {keyed(row.item).map(({ key, item }) => (
              <td key={key}>{inline(item.tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function inline(tokens: readonly Token[] = []): ReactNode[] {
  return keyed(tokens).map(({ key, item }) => <Fragment key={key}>{span(item as Tokens.Generic)}</Fragment>)
}

function span(token: Tokens.Generic): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inline(token.tokens)}</strong>
    case 'em':
      return <em>{inline(token.tokens)}</em>
    case 'del':
      return <del>{inline(token.tokens)}</del>
    case 'codespan':
      return <code>{plain(token)}</code>
    case 'br':
      return <br />
    case 'link':
      return <SafeLink address={String(token['href'])}>{inline(token.tokens)}</SafeLink>
    case 'image':
      return <Picture address={String(token['href'])} words={plain(token)} />
    case 'text':
      return token.tokens === undefined ? plain(token) : inline(token.tokens)
    case 'escape':
      return plain(token)
    default:
      return token.raw
  }
}

/** Words of a token. The lexer leaves character references such as `&amp;` as they were typed. */
function plain(token: Tokens.Generic): string {
  return String(token['text'] ?? token.raw)
}

/** Only addresses of the web and of mail become links. */
function SafeLink({ address, children }: { address: string; children: ReactNode }) {
  if (!/^(?:https?:\/\/|mailto:)/iu.test(address)) return <>{children}</>
  return (
    <a href={address} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  )
}

/** Only pictures of our own library are fetched; another one is named, so that reading a draft tells nobody. */
function Picture({ address, words }: { address: string; words: string }) {
  if (!/^\/api\/v1\/media\/[0-9a-f-]{36}\/file$/u.test(address))
    return <span className={classes.elsewhere}>{words || address}</span>
  return <img src={`${address}?width=960`} alt={words} loading="lazy" />
}
