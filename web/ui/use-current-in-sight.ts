import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** For a row of links or choices that scrolls sideways where it is narrow: keeps the one that is open in the middle of it. */
export function useCurrentInSight<Row extends HTMLElement>(): RefObject<Row | null> {
  const row = useRef<Row>(null)
  const address = useLocation({ select: (location) => location.href })
  useEffect(() => {
    const list = row.current
    if (list === null) return
    // Watches the width as well: a turned phone has another middle. The first call comes at once.
    const observer = new ResizeObserver(() => {
      const current = list.querySelector('[aria-current="page"], [data-active]')
      if (current === null) return
      const [outer, inner] = [list.getBoundingClientRect(), current.getBoundingClientRect()]
      list.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2)
    })
    observer.observe(list)
    return () => observer.disconnect()
  }, [address])
  return row
}
