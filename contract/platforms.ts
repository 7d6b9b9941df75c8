import { z } from 'zod'

/** How a platform counts text. `graphemes`: extended grapheme clusters (and UTF-8 bytes where it limits them).
 * `mastodon`: graphemes, with each link counted at a fixed length and a remote mention without its server. */
export const TextRule = z.object({
  unit: z.enum(['graphemes', 'mastodon', 'unlimited']),
  limit: z.number().int().positive().nullable(),
  byteLimit: z.number().int().positive().nullable(),
  linkLength: z.number().int().positive().nullable(),
})
export type TextRule = z.infer<typeof TextRule>

export const MetricName = z.enum(['likes', 'reposts', 'replies', 'quotes', 'bookmarks', 'views', 'followers'])
export type MetricName = z.infer<typeof MetricName>

/** One field of the form that connects a channel. `secret` fields are sealed and never read back. */
export const SettingField = z.object({
  name: z.string(),
  kind: z.enum(['text', 'address', 'secret', 'choice']),
  required: z.boolean(),
  choices: z.array(z.string()),
  example: z.string().nullable(),
})
export type SettingField = z.infer<typeof SettingField>

/** What a platform can do, as data: the composer, the checks and the documentation are made from it. */
export const PlatformDescription = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['social-network', 'blog', 'owned']),
  text: TextRule,
  title: z.object({ required: z.boolean(), limit: z.number().int().positive() }).nullable(),
  markup: z.enum(['plain', 'markdown']),
  pictures: z.object({
    most: z.number().int().nonnegative(),
    types: z.array(z.string()),
    mostBytes: z.number().int().positive(),
    altTextLimit: z.number().int().positive(),
  }),
  threads: z.boolean(),
  edits: z.boolean(),
  deletes: z.boolean(),
  contentWarning: z.boolean(),
  visibilities: z.array(z.string()),
  /** What can be known after an answer was lost: by our own record key, by reading back, or nothing. */
  lookUp: z.enum(['by-key', 'by-reading', 'none']),
  metrics: z.array(MetricName),
  settings: z.array(SettingField),
  /** Whether a person may also connect it by signing in at the platform (OAuth). */
  authorises: z.boolean(),
})
export type PlatformDescription = z.infer<typeof PlatformDescription>
