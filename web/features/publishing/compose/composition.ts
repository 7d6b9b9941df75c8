import type { When } from '../when-fields.tsx'

/** One post of a thread as it is written: its text and its pictures, by id. */
export interface Part {
  readonly text: string
  readonly mediaIds: readonly string[]
}

/** What is written for the base or for one channel. */
export interface Form {
  readonly title: string
  readonly parts: readonly Part[]
}

export interface ComposedMedia {
  readonly id: string
  readonly name: string
  /** Empty where it is not known, as for pictures of a post that is edited. */
  readonly type: string
  readonly url: string
  readonly altText: string
}

/** What only some platforms have. */
export interface Extras {
  readonly contentWarning: string
  readonly visibility: string | null
}

/** How far planning got for a channel. `sent`: the answer is missing, so it may be planned or not. */
export interface Outgoing {
  readonly key: string
  /** The request, word for word, so that a repeat is the same. */
  readonly body: string
  readonly state: 'sent' | 'planned'
  readonly postId: string | null
}

export interface Reference {
  readonly id: string
  readonly title: string
}

/** Everything about a post, or several, that is being written. Plain data: it is kept in the tab as it is. */
export interface Composition {
  readonly channelIds: readonly string[]
  readonly base: Form
  /** The forms of channels that do not follow the base. */
  readonly own: Readonly<Record<string, Form>>
  readonly extras: Readonly<Record<string, Extras>>
  readonly media: Readonly<Record<string, ComposedMedia>>
  readonly piece: Reference | null
  readonly campaign: Reference | null
  /** Named for this post alone; empty: those of its campaign. */
  readonly audienceIds: readonly string[]
  /** Of the text; empty where nobody has said it. */
  readonly language: string
  readonly trackLinks: boolean
  readonly timing: 'now' | 'at'
  readonly when: When
  readonly outgoing: Readonly<Record<string, Outgoing>>
}

/** The tab that is written in: the base, or the id of a channel. */
export type Tab = string
export const BASE: Tab = 'base'

const EMPTY_PART: Part = { text: '', mediaIds: [] }

/** An empty composition for a moment in a zone. */
export function emptyComposition(start: { readonly when: When; readonly language: string }): Composition {
  return {
    channelIds: [],
    base: { title: '', parts: [EMPTY_PART] },
    own: {},
    extras: {},
    media: {},
    piece: null,
    campaign: null,
    audienceIds: [],
    language: start.language,
    trackLinks: true,
    timing: 'at',
    when: start.when,
    outgoing: {},
  }
}

/** What a tab shows: the channel's own form, else the base as that channel takes it. */
export function formOf(composition: Composition, tab: Tab, threads = true): Form {
  const own = composition.own[tab]
  if (own !== undefined || tab === BASE) return own ?? composition.base
  return threads ? composition.base : joined(composition.base)
}

/** A thread as one post, for platforms without threads. */
export function joined(form: Form): Form {
  if (form.parts.length < 2) return form
  return {
    ...form,
    parts: [
      {
        text: form.parts.map((part) => part.text.trim()).join('\n\n'),
        mediaIds: form.parts.flatMap((part) => part.mediaIds),
      },
    ],
  }
}

export type Change =
  | { readonly kind: 'set'; readonly values: Partial<Composition> }
  | { readonly kind: 'channels'; readonly ids: readonly string[] }
  | { readonly kind: 'form'; readonly tab: Tab; readonly form: Form }
  | {
      readonly kind: 'forms'
      readonly forms: Readonly<Record<string, Form>>
      readonly extras: Readonly<Record<string, Extras>>
    }
  | { readonly kind: 'follow'; readonly tab: Tab }
  | { readonly kind: 'extras'; readonly channelId: string; readonly extras: Extras }
  | { readonly kind: 'media'; readonly media: ComposedMedia }
  | { readonly kind: 'outgoing'; readonly channelId: string; readonly outgoing: Outgoing | null }

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}

/** The composition after a change. Pure. */
export function change(composition: Composition, wish: Change): Composition {
  switch (wish.kind) {
    case 'set':
      return { ...composition, ...wish.values }
    case 'channels':
      return { ...composition, channelIds: wish.ids }
    case 'form':
      return wish.tab === BASE
        ? { ...composition, base: wish.form }
        : { ...composition, own: { ...composition.own, [wish.tab]: wish.form } }
    case 'forms':
      return {
        ...composition,
        own: { ...composition.own, ...wish.forms },
        extras: { ...composition.extras, ...wish.extras },
      }
    case 'follow':
      return { ...composition, own: without(composition.own, wish.tab) }
    case 'extras':
      return { ...composition, extras: { ...composition.extras, [wish.channelId]: wish.extras } }
    case 'media':
      return { ...composition, media: { ...composition.media, [wish.media.id]: wish.media } }
    case 'outgoing':
      return {
        ...composition,
        outgoing:
          wish.outgoing === null
            ? without(composition.outgoing, wish.channelId)
            : { ...composition.outgoing, [wish.channelId]: wish.outgoing },
      }
  }
}

/** A form with one part changed. */
export function withPart(form: Form, place: number, part: Partial<Part>): Form {
  return { ...form, parts: form.parts.map((one, index) => (index === place ? { ...one, ...part } : one)) }
}

/** A form with a part divided at a position of its text; its pictures stay with the first half. */
export function splitPart(form: Form, place: number, at: number): Form {
  const part = form.parts[place]
  if (part === undefined) return form
  const halves = [
    { ...part, text: part.text.slice(0, at).trimEnd() },
    { text: part.text.slice(at).trimStart(), mediaIds: [] },
  ]
  return { ...form, parts: form.parts.toSpliced(place, 1, ...halves) }
}

/** A form with a part divided into as many as it takes for each to fit. `cut` tells where; 0: it cannot be divided. */
export function splitToFit(
  form: Form,
  place: number,
  fits: (text: string) => boolean,
  cut: (text: string) => number,
): Form {
  const part = form.parts[place]
  const at = part === undefined || fits(part.text) ? 0 : cut(part.text)
  return at === 0 ? form : splitToFit(splitPart(form, place, at), place + 1, fits, cut)
}

/** A form without one of its parts; the last one is only emptied. */
export function withoutPart(form: Form, place: number): Form {
  const parts = form.parts.toSpliced(place, 1)
  return { ...form, parts: parts.length === 0 ? [EMPTY_PART] : parts }
}
