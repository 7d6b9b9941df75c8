const PATIENCE_MS = 1500

/**
 * Gives the heading of the screen the focus. A screen may still be on its way, and a closing dialog may drop the focus a
 * moment later: for a second and a half the heading takes it whenever nothing else has it. Returns what ends the watch.
 */
export function focusHeading(): () => void {
  const end = performance.now() + PATIENCE_MS
  let frame = 0
  let given = false
  const look = () => {
    const heading = document.getElementById('page-title')
    const active = document.activeElement
    const lost = active === null || active === document.body
    if (heading !== null && (!given || lost)) {
      heading.focus({ preventScroll: true })
      given = true
    }
    if (performance.now() < end) frame = requestAnimationFrame(look)
  }
  look()
  return () => cancelAnimationFrame(frame)
}
