import { IconBrandBluesky, IconBrandMastodon, IconNews, IconWorld } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'

const MARKS: Readonly<Record<string, Icon>> = {
  mastodon: IconBrandMastodon,
  bluesky: IconBrandBluesky,
  newsroom: IconNews,
}

/** The mark of a platform beside a channel's name; a globe where there is none. */
export function PlatformMark({ platform, size = 16 }: { readonly platform: string; readonly size?: number }) {
  const Mark = MARKS[platform] ?? IconWorld
  return <Mark size={size} stroke={1.5} aria-hidden style={{ flex: 'none' }} />
}
