import { z } from 'zod'
import { Named } from './audiences.ts'
import { Instant } from './kinds.ts'

/** What posts brought: engagements are null where no platform has counted any of them. */
const Brought = z.object({
  posts: z.number().int(),
  clicks: z.number().int(),
  engagements: z.number().int().nullable(),
})

/**
 * What came back from the posts that speak to each audience. Nobody can say which of its audiences clicked on a post, so a post for two
 * counts for both, and the rows may add up to more than there was; `alone` counts just the posts for this audience and no other.
 */
export const AudienceResults = z.object({
  /** Null where one campaign is asked for: all its time. */
  from: Instant.nullable(),
  to: Instant,
  items: z.array(Brought.extend({ audience: Named, alone: Brought })),
  /** Posts that speak to no audience that is still kept. */
  unnamed: Brought,
  /** Posts that speak to more than one. */
  shared: z.number().int(),
})
