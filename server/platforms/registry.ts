import type { Kernel } from '#server/kernel/kernel.ts'
import { blueskyPlatform } from './bluesky/index.ts'
import { mastodonPlatform } from './mastodon/index.ts'
import { newsroomPlatform } from './newsroom/index.ts'
import type { Platform } from './port.ts'

/** Every platform there is. A new one is a folder beside these and a line here. */
export function createPlatforms(kernel: Kernel): readonly Platform[] {
  const leaseMs = kernel.config.delivery.leaseSeconds * 1000
  return [
    newsroomPlatform(kernel),
    blueskyPlatform(kernel),
    mastodonPlatform({
      ...kernel,
      patience: { postMs: Math.min(20_000, leaseMs / 2), settleMs: Math.min(30_000, leaseMs / 2), mediaPollMs: 1000 },
    }),
  ]
}
