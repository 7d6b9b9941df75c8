import type { PlatformDescription } from '#contract/platforms.ts'

export const TITLE_LIMIT = 200
export const MOST_PICTURES = 20
export const PICTURE_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']

/** What the built-in newsroom can do. Pictures are as large as an upload may be: readers get smaller ones made from them. */
export function newsroomDescription(mostPictureBytes: number): PlatformDescription {
  return {
    id: 'newsroom',
    name: 'Newsroom',
    kind: 'owned',
    text: { unit: 'unlimited', limit: null, byteLimit: null, linkLength: null },
    title: { required: true, limit: TITLE_LIMIT },
    markup: 'markdown',
    pictures: { most: MOST_PICTURES, types: [...PICTURE_TYPES], mostBytes: mostPictureBytes, altTextLimit: 2000 },
    threads: false,
    edits: false,
    deletes: true,
    contentWarning: false,
    visibilities: [],
    lookUp: 'by-key',
    metrics: [],
    settings: [],
    authorises: false,
  }
}
