import type { Token, Tokens } from 'marked'
import { decodeEntities } from './decode-entities.ts'
import type { PictureMark } from './passage.ts'
import { spokenAddress, webAddress } from './web-address.ts'

export interface InlineText {
  readonly text: string
  readonly pictures: readonly PictureMark[]
  readonly terms: readonly string[]
}

interface Draft {
  text: string
  /** The address of a link whose words stand already; it waits for an ending that belongs to the words. */
  address: string | null
  readonly pictures: PictureMark[]
  readonly terms: string[]
}

/** What follows an address without a space would be read as part of it, but for the punctuation of the sentence. */
const leavesAddressAlone = /^[.,;:!?)\]'"’”»…]*(?:\s|$)/

/**
 * The words of inline Markdown: emphasis without its marks, links as words and address, pictures as marks beside the text,
 * struck-out words left away. Line breaks stay as they were written.
 */
export function inlineText(tokens: readonly Token[]): InlineText {
  const draft: Draft = { text: '', address: null, pictures: [], terms: [] }
  write(draft, tokens)
  settleAddress(draft)
  const start = draft.text.length - draft.text.trimStart().length
  const text = draft.text.trim()
  const pictures = draft.pictures.map(({ address, at }) => ({
    address,
    at: Math.min(Math.max(at - start, 0), text.length),
  }))
  return { text, pictures, terms: draft.terms }
}

function write(draft: Draft, tokens: readonly Token[]): void {
  for (const token of tokens) writeToken(draft, token)
}

function writeToken(draft: Draft, token: Token): void {
  switch (token.type) {
    case 'br':
      return append(draft, '\n')
    case 'checkbox':
      // The list item that it belongs to shows it.
      return undefined
    case 'html':
      return append(draft, /^<br\b/i.test(token.raw) ? '\n' : '')
    case 'image':
      return writePicture(draft, token as Tokens.Image)
    case 'link':
      return writeLink(draft, token as Tokens.Link)
    case 'del':
      return token.raw.startsWith('~~') ? undefined : append(draft, token.raw)
    case 'strong':
      return writeStrong(draft, token as Tokens.Strong)
    case 'codespan':
      return append(draft, (token as Tokens.Codespan).text)
    default: {
      const { tokens: inner, text } = token as Tokens.Text
      return inner === undefined ? append(draft, decodeEntities(text)) : write(draft, inner)
    }
  }
}

function writePicture(draft: Draft, { href }: Tokens.Image): void {
  draft.pictures.push({ address: href, at: draft.text.length })
}

function writeStrong(draft: Draft, { tokens }: Tokens.Strong): void {
  const term = inlineText(tokens).text
  if (term !== '') draft.terms.push(term)
  write(draft, tokens)
}

function writeLink(draft: Draft, link: Tokens.Link): void {
  if (link.autolink === true && !link.raw.startsWith('<')) return append(draft, link.text)
  const address = webAddress(decodeEntities(link.href))
  const inner = inlineText(link.tokens)
  draft.pictures.push(...inner.pictures.map((mark) => ({ ...mark, at: draft.text.length })))
  draft.terms.push(...inner.terms)
  if (address === null) return append(draft, inner.text)
  if (inner.text === '' || spokenAddress(inner.text) === spokenAddress(address)) {
    if (draft.address !== null || /[^\s([“"'«]$/u.test(draft.text)) append(draft, ' ')
  } else append(draft, inner.text)
  draft.address = address
}

/** Puts the address after its words, and after an ending such as the one in "Tutti'yi". */
function settleAddress(draft: Draft, next = ''): string {
  const { address } = draft
  if (address === null) return next
  draft.address = null
  const ending = /^['’]\p{L}+/u.exec(next)?.[0] ?? ''
  draft.text += ending
  if (draft.text !== '' && !/[\s([“"'«]$/u.test(draft.text)) draft.text += ' '
  draft.text += address
  const rest = next.slice(ending.length)
  return rest === '' || leavesAddressAlone.test(rest) ? rest : ` ${rest}`
}

function append(draft: Draft, written: string): void {
  if (written === '') return
  const text = settleAddress(draft, written)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
  draft.text += /(?:^|\s)$/.test(draft.text) ? text.replace(/^ /, '') : text
}
