const ENDED = 'tutti:session-ended'

/** Tells the page that the server no longer knows the session. */
export function reportSessionEnd(): void {
  window.dispatchEvent(new Event(ENDED))
}

/** Calls back when the session ends under somebody's hands; returns how to stop listening. */
export function onSessionEnd(callback: () => void): () => void {
  window.addEventListener(ENDED, callback)
  return () => window.removeEventListener(ENDED, callback)
}
