import { Menu, Popover } from '@mantine/core'
import type { CSSProperties, ReactNode } from 'react'

export type Anchor = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>

function placeOf({ left, top, width, height }: Anchor): CSSProperties {
  return { position: 'fixed', left, top, width, height, pointerEvents: 'none', opacity: 0, border: 0, padding: 0 }
}

interface AnchoredProps {
  readonly anchor: Anchor
  readonly onClose: () => void
  readonly label: string
  readonly children: ReactNode
}

/** One menu for hundreds of buttons: it opens beside whichever was pressed. */
export function AnchoredMenu({ anchor, onClose, label, children }: AnchoredProps) {
  return (
    <Menu
      opened
      onChange={(opened) => {
        if (!opened) onClose()
      }}
      position="bottom-end"
      width={224}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" tabIndex={-1} aria-hidden style={placeOf(anchor)} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label} aria-labelledby={undefined}>
        {children}
      </Menu.Dropdown>
    </Menu>
  )
}

/** One popover for hundreds of buttons. */
export function AnchoredPopover({ anchor, onClose, label, children }: AnchoredProps) {
  return (
    <Popover
      opened
      onChange={(opened) => {
        if (!opened) onClose()
      }}
      position="bottom"
      width={300}
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <button type="button" tabIndex={-1} aria-hidden style={placeOf(anchor)} />
      </Popover.Target>
      <Popover.Dropdown aria-label={label} aria-labelledby={undefined}>
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}
