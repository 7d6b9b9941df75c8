import { Suspense, useEffect, useId, useRef, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import classes from './dropdown.module.css'

/** Class names for what stands in a panel: `item` for links and buttons, `note` for quiet text, `rule` between groups. */
export const dropdownParts = classes

interface DropdownProps {
  /** The name of the button. */
  readonly label: string
  readonly trigger: ReactNode
  readonly className?: string | undefined
  readonly align?: 'start' | 'end'
  /** The panel, which may be fetched when it is first opened. */
  readonly children: (close: () => void) => ReactNode
}

/**
 * A button that shows a panel under it, which comes next in the tab order. Escape, a press elsewhere or leaving it
 * by keyboard closes it.
 */
export function Dropdown({ label, trigger, className, align = 'end', children }: DropdownProps) {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  useDismissal(place, opened, (byKey) => {
    close()
    if (byKey) button.current?.focus()
  })
  return (
    <div className={classes.place} ref={place}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={opened}
        aria-controls={opened ? id : undefined}
        onClick={() => setOpened(!opened)}
      >
        {trigger}
      </button>
      {opened && (
        <Suspense fallback={null}>
          <div id={id} className={`${classes.panel} ${classes[align]}`}>
            {children(close)}
          </div>
        </Suspense>
      )}
    </div>
  )
}

function useDismissal(
  place: RefObject<HTMLDivElement | null>,
  opened: boolean,
  dismiss: (byKey: boolean) => void,
): void {
  useEffect(() => {
    if (!opened) return undefined
    const leave = (event: Event) => {
      if (event.target instanceof Node && place.current?.contains(event.target) !== true) dismiss(false)
    }
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') dismiss(true)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      document.removeEventListener('keydown', press)
    }
  })
}
