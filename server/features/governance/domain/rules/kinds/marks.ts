import type { Rule } from '../draft.ts'
import type { Segment } from '../segments.ts'
import { ofDraft, ofStretch, type Looked, type Noticed } from './notice-of.ts'

const EMOJI = /\p{Regional_Indicator}{2}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f?/gu
const KEYCAPS_AND_SIGNS = /^[©®™\u203c\u2049]$/u

/** Too many hashtags, too few, the wrong ones, or one that is needed and missing. */
export function findHashtagTrouble({ definition }: Rule, { segments }: Looked): readonly Noticed[] {
  if (definition.kind !== 'hashtags') return []
  const used = segments.flatMap((segment) =>
    segment.hashtags.map((hashtag) => ({ segment, ...hashtag, key: keyOf(hashtag.tag) })),
  )
  const avoided = new Set(definition.avoid.map(keyOf))
  const { most, least } = definition
  return [
    ...(most !== null && used.length > most
      ? used
          .slice(most)
          .map((tag) =>
            ofStretch(tag.segment, tag, { code: 'hashtags.too-many', params: { count: used.length, most } }),
          )
      : []),
    ...(least !== null && used.length < least ? [ofDraft('hashtags.too-few', { count: used.length, least })] : []),
    ...definition.needed
      .filter((tag) => !used.some(({ key }) => key === keyOf(tag)))
      .map((tag) => ofDraft('hashtags.missing', { tag: `#${tag.replace(/^#/u, '')}` })),
    ...used
      .filter(({ key }) => avoided.has(key))
      .map((tag) => ofStretch(tag.segment, tag, { code: 'hashtags.avoid', params: { tag: `#${tag.tag}` } })),
  ]
}

/** Hashtags are the same in any case; the Turkish i too. */
function keyOf(tag: string): string {
  return tag
    .replace(/^[#＃]/u, '')
    .toLowerCase()
    .replaceAll('\u0307', '')
    .replaceAll('ı', 'i')
}

/** Links in a wrong number, to wrong places, or not encrypted. */
export function findLinkTrouble({ definition }: Rule, { segments }: Looked): readonly Noticed[] {
  if (definition.kind !== 'links') return []
  const used = segments
    .filter(({ place }) => place === 'text')
    .flatMap((segment) => segment.links.map((link) => ({ segment, ...link })))
  const { most, least, onlyHosts, avoidHosts, secure } = definition
  return [
    ...(most !== null && used.length > most
      ? used
          .slice(most)
          .map((link) =>
            ofStretch(link.segment, link, { code: 'links.too-many', params: { count: used.length, most } }),
          )
      : []),
    ...(least !== null && used.length < least ? [ofDraft('links.too-few', { count: used.length, least })] : []),
    ...used.flatMap((link) => {
      const host = hostOf(link.url)
      if (
        avoidHosts.some((one) => isAt(host, one)) ||
        (onlyHosts.length > 0 && !onlyHosts.some((one) => isAt(host, one)))
      )
        return [ofStretch(link.segment, link, { code: 'links.wrong-host', params: { host } })]
      return secure && link.url.toLowerCase().startsWith('http:')
        ? [ofStretch(link.segment, link, { code: 'links.not-secure', params: { host } })]
        : []
    }),
  ]
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#:]+)/iu.exec(url)?.[1]?.toLowerCase() ?? ''
}

function isAt(host: string, wanted: string): boolean {
  return host === wanted || host.endsWith(`.${wanted}`)
}

/** More emoji than wanted, or ones to avoid. */
export function findEmojiTrouble({ definition }: Rule, { segments }: Looked): readonly Noticed[] {
  if (definition.kind !== 'emoji') return []
  const used = segments.filter(({ place }) => place !== 'alt-text').flatMap(emojiIn)
  const avoided = new Set(definition.avoid.map(bareEmoji))
  const { most } = definition
  return [
    ...(most !== null && used.length > most
      ? used
          .slice(most)
          .map((one) => ofStretch(one.segment, one, { code: 'emoji.too-many', params: { count: used.length, most } }))
      : []),
    ...used
      .filter(({ text }) => avoided.has(bareEmoji(text)))
      .map((one) => ofStretch(one.segment, one, { code: 'emoji.avoid', params: { emoji: one.text } })),
  ]
}

function bareEmoji(text: string): string {
  return text.replaceAll(/\ufe0f|[\u{1f3fb}-\u{1f3ff}]/gu, '')
}

interface Emoji {
  readonly segment: Segment
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Looked for once a text, however many rules ask. */
const known = new WeakMap<Segment, readonly Emoji[]>()

function emojiIn(segment: Segment): readonly Emoji[] {
  const found = known.get(segment) ?? findEmoji(segment)
  known.set(segment, found)
  return found
}

/** Each emoji once, with what is joined to it. */
function findEmoji(segment: Segment): readonly Emoji[] {
  const found: Emoji[] = []
  for (const match of segment.text.matchAll(EMOJI)) {
    if (KEYCAPS_AND_SIGNS.test(match[0])) continue
    const last = found.at(-1)
    const end = match.index + match[0].length
    const joined =
      last !== undefined &&
      /^(?:\u200d|[\u{1f3fb}-\u{1f3ff}]\u200d?)*$/u.test(segment.text.slice(last.end, match.index))
    const skin = /^[\u{1f3fb}-\u{1f3ff}]$/u.test(match[0])
    if (last !== undefined && joined && (skin || segment.text.slice(last.end, match.index).includes('\u200d'))) {
      found[found.length - 1] = { ...last, end, text: segment.text.slice(last.start, end) }
    } else found.push({ segment, start: match.index, end, text: match[0] })
  }
  return found
}
