import type { PlatformDescription, TextRule } from '#contract/platforms.ts'
import type { Values } from '../port.ts'
import type { Instance } from './instance.ts'

export const VISIBILITIES = ['public', 'unlisted', 'private', 'direct'] as const

/** The constants of https://docs.joinmastodon.org/user/posting/; a server's own limits win over them. */
export const mastodonDescription: PlatformDescription = {
  id: 'mastodon',
  name: 'Mastodon',
  kind: 'social-network',
  text: { unit: 'mastodon', limit: 500, byteLimit: null, linkLength: 23 },
  title: null,
  markup: 'plain',
  pictures: {
    most: 4,
    types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/heic', 'image/heif', 'image/avif'],
    mostBytes: 16_777_216,
    altTextLimit: 1500,
  },
  threads: true,
  edits: false,
  deletes: true,
  contentWarning: true,
  visibilities: [...VISIBILITIES],
  lookUp: 'by-reading',
  metrics: ['likes', 'reposts', 'replies', 'quotes'],
  settings: [
    { name: 'server', kind: 'address', required: true, choices: [], example: 'mastodon.social' },
    { name: 'accessToken', kind: 'secret', required: true, choices: [], example: null },
  ],
  authorises: true,
}

/** The description with what this server says of itself. */
export function describeServer({ statuses, media }: Instance): PlatformDescription {
  const { text, pictures } = mastodonDescription
  const types = media.types?.filter((type) => type.startsWith('image/')) ?? []
  return {
    ...mastodonDescription,
    text: { ...text, limit: statuses.mostCharacters ?? text.limit, linkLength: statuses.linkLength ?? text.linkLength },
    pictures: {
      most: statuses.mostMedia ?? pictures.most,
      types: types.length > 0 ? types : pictures.types,
      mostBytes: media.mostImageBytes ?? pictures.mostBytes,
      altTextLimit: media.descriptionLimit ?? pictures.altTextLimit,
    },
  }
}

/** The text rule kept with the channel, for telling a text that is too long from other refusals. */
export function textRuleOf(settings: Values): TextRule {
  const { text } = mastodonDescription
  return {
    ...text,
    limit: positive(settings['mostCharacters']) ?? text.limit,
    linkLength: positive(settings['linkLength']) ?? text.linkLength,
  }
}

function positive(value: string | undefined): number | null {
  const number = Number(value ?? '')
  return Number.isInteger(number) && number > 0 ? number : null
}
