import { findHashtags, findLinks, type Hashtag, type Link } from '#contract/text-count.ts'
import type { RuleFinding } from '#contract/rule-records.ts'
import type { Draft } from './draft.ts'

/** One of the texts of a draft. */
export interface Segment {
  readonly place: Exclude<RuleFinding['place'], 'draft'>
  readonly part: number
  /** Which picture of the part an alternative text belongs to, from 1. */
  readonly picture: number | null
  readonly text: string
  readonly lower: string
  readonly links: readonly Link[]
  readonly hashtags: readonly Hashtag[]
}

/** All texts of a draft, with what is marked in them. */
export function segmentsOf(draft: Draft): readonly Segment[] {
  return [
    ...(draft.title === null || draft.title === '' ? [] : [segment('title', 0, draft.title)]),
    ...draft.parts.flatMap(({ text, altTexts }, part) => [
      segment('text', part, text),
      ...altTexts.flatMap((altText, place) => (altText === '' ? [] : [segment('alt-text', part, altText, place + 1)])),
    ]),
  ]
}

function segment(place: Segment['place'], part: number, text: string, picture: number | null = null): Segment {
  const marked = place === 'text'
  return {
    place,
    part,
    picture,
    text,
    lower: text.toLowerCase(),
    links: findLinks(text),
    hashtags: marked ? findHashtags(text) : [],
  }
}
