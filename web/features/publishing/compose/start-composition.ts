import { addDays, wallClock } from '#web/kernel/time.ts'
import type { Channel, Piece, Post, SavedVariant } from '../records.ts'
import { emptyComposition } from './composition.ts'
import type { ComposedMedia, Composition, Extras, Form, Reference } from './composition.ts'

interface Start {
  readonly now: Date
  readonly timeZone: string
  readonly language: string
  /** The day that was asked for, if any. */
  readonly on: string | undefined
}

/** The next full hour, or nine in the morning of the day that was asked for. */
function firstTime({ now, timeZone, on }: Start): { date: string; time: string; timeZone: string } {
  const wall = wallClock(now, timeZone)
  if (on !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(on) && on > wall.slice(0, 10))
    return { date: on, time: '09:00', timeZone }
  const hour = Number(wall.slice(11, 13)) + 1
  return hour < 24
    ? { date: wall.slice(0, 10), time: `${String(hour).padStart(2, '0')}:00`, timeZone }
    : { date: addDays(wall.slice(0, 10), 1), time: '09:00', timeZone }
}

interface Origin {
  readonly piece: Piece | null
  readonly variants: readonly SavedVariant[]
  readonly campaign: Reference | null
  readonly channels: readonly Channel[]
  /** A channel that was asked for. */
  readonly channel: string | undefined
}

/** A new composition: empty, or made of a piece and the forms it already has. */
export function startNew(start: Start, { piece, variants, campaign, channels, channel }: Origin): Composition {
  const empty = emptyComposition({ when: firstTime(start), language: piece?.language ?? start.language })
  const known = new Set(channels.map(({ id }) => id))
  const saved = variants.filter((variant) => known.has(variant.channelId) && !variant.followsPiece)
  return {
    ...empty,
    piece: piece === null ? null : { id: piece.id, title: piece.title },
    campaign: campaign ?? piece?.campaign ?? null,
    base:
      piece === null
        ? empty.base
        : { title: piece.title, parts: [{ text: piece.body, mediaIds: piece.media.map(({ id }) => id) }] },
    media: Object.fromEntries((piece?.media ?? []).map((media) => [media.id, media])),
    channelIds: [
      ...new Set([
        ...saved.map(({ channelId }) => channelId),
        ...(channel !== undefined && known.has(channel) ? [channel] : []),
      ]),
    ],
    own: Object.fromEntries(saved.map((variant) => [variant.channelId, formOfVariant(variant)])),
    extras: Object.fromEntries(saved.map((variant) => [variant.channelId, extrasOf(variant)])),
  }
}

/** A channel's form of a piece as the composer holds it. */
export function formOfVariant({ title, parts }: Pick<SavedVariant, 'title' | 'parts'>): Form {
  return { title: title ?? '', parts: parts.map(({ text, mediaIds }) => ({ text, mediaIds })) }
}

/** What only some platforms have, of a form or a post. */
export function extrasOf({ contentWarning, visibility }: Pick<SavedVariant, 'contentWarning' | 'visibility'>): Extras {
  return { contentWarning: contentWarning ?? '', visibility }
}

/** A form as it is saved with the piece. */
export function variantOf(form: Form, extras: Extras | undefined) {
  const warning = extras?.contentWarning.trim() ?? ''
  return {
    title: form.title.trim() === '' ? null : form.title.trim(),
    parts: form.parts.map(({ text, mediaIds }) => ({ text, mediaIds: [...mediaIds] })),
    contentWarning: warning === '' ? null : warning,
    visibility: extras?.visibility ?? null,
  }
}

/** A planned post as a composition with one channel. */
export function startEditing(post: Post): Composition {
  const media: readonly ComposedMedia[] = [...post.media, ...post.thread.flatMap((part) => part.media)].map(
    ({ id, url, altText }) => ({ id, url, altText, name: '', type: '' }),
  )
  const form: Form = {
    title: post.title ?? '',
    parts: [
      { text: post.text, mediaIds: post.media.map(({ id }) => id) },
      ...post.thread.map((part) => ({ text: part.text, mediaIds: part.media.map(({ id }) => id) })),
    ],
  }
  return {
    ...emptyComposition({
      when: { date: post.plannedAt.slice(0, 10), time: post.plannedAt.slice(11, 16), timeZone: post.timeZone },
      language: post.language ?? '',
    }),
    channelIds: [post.channel.id],
    base: form,
    own: { [post.channel.id]: form },
    extras: { [post.channel.id]: extrasOf(post) },
    media: Object.fromEntries(media.map((one) => [one.id, one])),
    piece: post.piece,
    campaign: post.campaign,
    audienceIds: post.audiences.filter(({ own }) => own).map(({ id }) => id),
    trackLinks: post.trackLinks,
  }
}
