import { IconWorld } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface PlatformMarkProps {
  /** The id of the platform's description. */
  readonly platform: string
  readonly size?: number
}

const DRAWN: Readonly<Record<string, ReactNode>> = {
  newsroom: <path d="M3 4.5h11v12H5a2 2 0 0 1-2-2zM14 8h3v6.5a2 2 0 0 1-2 2M6 8h5M6 11h5M6 13.5h3" />,
  bluesky: (
    <path d="M10 9.5C8.500 6.500 6 4 4 3.500c-1.500-.3-1 4 0 6 .6 1.200 2 1.500 3.500 1.300-2.500.5-3.500 2-1.500 4 1.700 1.600 3.200.2 4-2 .8 2.200 2.300 3.600 4 2 2-2 1-3.500-1.500-4 1.500.2 2.900-.1 3.500-1.300 1-2 1.500-6.300 0-6-2 .5-4.500 3-6 6Z" />
  ),
  mastodon: (
    <path d="M4 6.500C4 4.500 5.500 3 10 3s6 1.500 6 3.500v4c0 2.500-1.500 3.500-4 3.700-1.500.1-3 0-4-.4 0 2.200 2 2.500 4.500 2.200M7 11V7.500C7 5.500 10 5.500 10 7.800V9.500M10 7.800C10 5.500 13 5.500 13 7.500V11" />
  ),
}

/** The drawn mark of a platform; a globe for one we have no mark for. Beside a name, so it is not read out. */
export function PlatformMark({ platform, size = 16 }: PlatformMarkProps) {
  const drawn = DRAWN[platform]
  if (drawn === undefined) return <IconWorld size={size} stroke={1.5} aria-hidden style={{ flex: 'none' }} />
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      style={{ flex: 'none' }}
    >
      {drawn}
    </svg>
  )
}
