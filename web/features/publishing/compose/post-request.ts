import type { Channel, PostRequest } from '../records.ts'
import { formOf } from './composition.ts'
import type { Composition } from './composition.ts'

/** What is asked of the server to plan the composition on one channel. `now`: the instant for what goes out at once. */
export function postRequest(composition: Composition, channel: Channel, now: Date): PostRequest {
  const { description: platform } = channel
  const form = formOf(composition, channel.id, platform.threads)
  const [first = { text: '', mediaIds: [] }, ...rest] = form.parts
  const extras = composition.extras[channel.id]
  const { when } = composition
  return {
    channelId: channel.id,
    pieceId: composition.piece?.id ?? null,
    campaignId: composition.campaign?.id ?? null,
    audienceIds: [...composition.audienceIds],
    title: platform.title === null || form.title.trim() === '' ? null : form.title.trim(),
    text: first.text,
    thread: rest.map(({ text, mediaIds }) => ({ text, mediaIds: [...mediaIds] })),
    media: first.mediaIds.map((id) => ({ id, altText: composition.media[id]?.altText ?? '' })),
    contentWarning:
      platform.contentWarning && (extras?.contentWarning ?? '').trim() !== ''
        ? (extras?.contentWarning ?? '').trim()
        : null,
    visibility: platform.visibilities.length > 0 ? (extras?.visibility ?? null) : null,
    language: composition.language === '' ? null : composition.language,
    trackLinks: composition.trackLinks,
    plannedAt: composition.timing === 'now' ? now.toISOString() : `${when.date}T${when.time}`,
    timeZone: when.timeZone,
  }
}

/** Whether two requests ask for the same, apart from the moment that `now` stands for. */
export function asksTheSame(one: PostRequest, other: PostRequest, timing: Composition['timing']): boolean {
  const bare = (request: PostRequest) => JSON.stringify(timing === 'now' ? { ...request, plannedAt: '' } : request)
  return bare(one) === bare(other)
}
