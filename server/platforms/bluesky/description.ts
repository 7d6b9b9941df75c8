import type { PlatformDescription } from '#contract/platforms.ts'

export const DEFAULT_SERVICE = 'https://bsky.social'

/** The collection that posts are kept in. */
export const POST_COLLECTION = 'app.bsky.feed.post'

/**
 * What Bluesky can do, from the lexicon `app.bsky.feed.post`. Pictures may be large: they are shrunk to the
 * 1,000,000 bytes that every server takes before they are sent. Posts cannot be edited: the app keeps showing the first form.
 */
export const blueskyDescription: PlatformDescription = {
  id: 'bluesky',
  name: 'Bluesky',
  kind: 'social-network',
  text: { unit: 'graphemes', limit: 300, byteLimit: 3000, linkLength: null },
  title: null,
  markup: 'plain',
  pictures: {
    most: 4,
    types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'],
    mostBytes: 20_000_000,
    altTextLimit: 2000,
  },
  threads: true,
  edits: false,
  deletes: true,
  contentWarning: false,
  visibilities: [],
  lookUp: 'by-key',
  metrics: ['likes', 'reposts', 'replies', 'quotes', 'bookmarks'],
  settings: [
    { name: 'service', kind: 'address', required: false, choices: [], example: DEFAULT_SERVICE },
    { name: 'identifier', kind: 'text', required: true, choices: [], example: 'name.bsky.social' },
    { name: 'appPassword', kind: 'secret', required: true, choices: [], example: 'xxxx-xxxx-xxxx-xxxx' },
  ],
  authorises: false,
}
