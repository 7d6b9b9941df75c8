import { Link, type LinkProps } from '@tanstack/react-router'
import classes from './room-tabs.module.css'
import { useCurrentInSight } from './use-current-in-sight.ts'

export interface RoomTab {
  readonly to: NonNullable<LinkProps['to']>
  readonly words: string
  /** Stays current on the screens below it too. */
  readonly withScreensBelow?: boolean
}

interface RoomTabsProps {
  /** Says to a screen reader what the row leads through. */
  readonly label: string
  readonly tabs: readonly RoomTab[]
}

/** The ways into a room, the one that is open marked and brought into sight. */
export function RoomTabs({ label, tabs }: RoomTabsProps) {
  const row = useCurrentInSight<HTMLElement>()
  return (
    <nav ref={row} className={classes.tabs} aria-label={label}>
      {tabs.map(({ to, words, withScreensBelow = false }) => (
        <Link
          key={to}
          to={to}
          className={classes.tab}
          activeOptions={{ exact: !withScreensBelow, includeSearch: false }}
        >
          {words}
        </Link>
      ))}
    </nav>
  )
}
