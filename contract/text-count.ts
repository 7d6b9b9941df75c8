import type { TextRule } from './platforms.ts'

/** A stretch of a text; positions are UTF-16 units, the end exclusive, as `slice` takes them. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface Link extends Stretch {
  readonly url: string
}

export interface Hashtag extends Stretch {
  /** Without the number sign. */
  readonly tag: string
}

export interface Mention extends Stretch {
  /** `name` of `@name` and `@name@host`; on Bluesky the whole handle. */
  readonly name: string
  readonly host: string | null
}

export interface TextCount {
  /** What the platform counts against `limit`. */
  readonly used: number
  /** UTF-8 bytes of the text as it is sent. */
  readonly bytes: number
  readonly limit: number | null
  /** How much must go: units over the limit or, where only the byte limit is passed, bytes. 0 when the text fits. */
  readonly over: number
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const encoder = new TextEncoder()

/** Characters that never join with a neighbour (printable ASCII, line feed, Latin letters with their accents in them). */
const oneByOne = /^[\n\x20-\x7e\u00c0-\u02ff]*$/

const linkWithRest =
  /(?<![A-Za-z0-9@＠$#＃])(https?:\/\/[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*(?::\d{1,5})?)([/?#][^\s<>"“”„«»「」]*)?/giu
const namedHost = /^https?:\/\/[^/?#:]+\.(?:xn--[a-z0-9-]+|\p{L}{2,})(?=[:/?#]|$)/iu
const hashtag =
  /(?<![\p{L}\p{M}\p{N}_=/)&#＃])[#＃]([\p{L}\p{M}\p{N}_·・\u200c]*[\p{L}_·・][\p{L}\p{M}\p{N}_·・\u200c]*)/gu
const mention =
  /(?<![\p{L}\p{M}\p{N}_=/])@([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)(?![\p{Script=Latin}\p{N}_])(?:@([\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_])?(?::\d{1,5})?))?/giu

/**
 * Counts a text as a platform does (Bluesky: lexicon `app.bsky.feed.post`, graphemes and UTF-8 bytes; Mastodon: status
 * length validator, where links have one length, a remote mention counts without its server and the content warning
 * counts raw). The content warning is counted by the `mastodon` unit only.
 */
export function countText(rule: TextRule, text: string, contentWarning: string | null = null): TextCount {
  const counted = rule.unit === 'mastodon' ? (contentWarning ?? '') + shortened(text, rule.linkLength) : text
  const used = countGraphemes(counted)
  const bytes = encoder.encode(text).length
  const limit = rule.unit === 'unlimited' ? null : rule.limit
  const overLimit = limit === null ? 0 : Math.max(0, used - limit)
  const overBytes = rule.byteLimit === null ? 0 : Math.max(0, bytes - rule.byteLimit)
  return { used, bytes, limit, over: overLimit > 0 ? overLimit : overBytes }
}

/** Extended grapheme clusters (Unicode Annex 29): what a reader takes for one character. */
export function countGraphemes(text: string): number {
  if (oneByOne.test(text)) return text.length
  let count = 0
  for (const _ of segmenter.segment(text)) count += 1
  return count
}

/** Links that begin with http:// or https://, without the punctuation of the sentence around them, in order. */
export function findLinks(text: string): Link[] {
  if (!text.includes('://')) return []
  const links: Link[] = []
  for (const match of text.matchAll(linkWithRest)) {
    const hostEnd = match.index + (match[1] ?? '').length
    // A name before an @ is a sign-in, not a host: such addresses mislead readers and are left alone.
    if (text[hostEnd] === '@') continue
    const end = hostEnd + withoutSentenceEnd(match[2] ?? '')
    links.push({ start: match.index, end, url: text.slice(match.index, end) })
  }
  return links
}

/** Hashtags of letters, digits and underscores, not of digits alone, and not inside links, in order. */
export function findHashtags(text: string): Hashtag[] {
  if (!/[#＃]/.test(text)) return []
  const found = [...text.matchAll(hashtag)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    tag: match[1] ?? '',
  }))
  return outside(findLinks(text), found)
}

/** Mentions `@name`, `@name.example.org` and `@name@host`, not inside links, in order. */
export function findMentions(text: string): Mention[] {
  if (!text.includes('@')) return []
  const found = [...text.matchAll(mention)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[1] ?? '',
    host: match[2] ?? null,
  }))
  return outside(findLinks(text), found)
}

function outside<Found extends Stretch>(links: readonly Link[], found: Found[]): Found[] {
  if (links.length === 0) return found
  return found.filter((one) => !links.some((link) => one.start < link.end && link.start < one.end))
}

function shortened(text: string, linkLength: number | null): string {
  // Mastodon shortens only addresses with a name; one with a number or a bare machine name counts in full.
  const links = linkLength === null ? [] : findLinks(text).filter((link) => namedHost.test(link.url))
  const replaced = [
    ...links.map((link) => ({ ...link, by: 'x'.repeat(linkLength ?? 0) })),
    ...findMentions(text).flatMap((one) => (one.host === null ? [] : [{ ...one, by: `@${one.name}` }])),
  ].sort((left, right) => left.start - right.start)
  let result = ''
  let from = 0
  for (const one of replaced) {
    result += text.slice(from, one.start) + one.by
    from = one.end
  }
  return result + text.slice(from)
}

/** How much of what follows the host belongs to the link: brackets must be paired, closing punctuation goes. */
function withoutSentenceEnd(rest: string): number {
  const inQuery = rest.includes('?')
  let unpaired = 0
  for (const character of rest) unpaired += character === ')' ? 1 : character === '(' ? -1 : 0
  let end = rest.length
  for (; end > 0; end -= 1) {
    const last = rest[end - 1] ?? ''
    if (last === ')' && unpaired > 0) unpaired -= 1
    else if (last === '(') unpaired += 1
    else if (!/[!?*'’‘;:,.$%[\]~|@…]/.test(last) && (inQuery || !/[=&]/.test(last))) break
  }
  return end
}
