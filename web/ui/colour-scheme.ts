import { localStorageColorSchemeManager } from '@mantine/core'

const KEY = 'tutti.colour-scheme'

/** Remembers light, dark or the system's choice in this browser. */
export const colourSchemes = localStorageColorSchemeManager({ key: KEY })

/** Sets the scheme on the page before the first paint of the interface, so that a dark room stays dark. */
export function applyColourScheme(): void {
  const chosen = localStorage.getItem(KEY)
  const dark = chosen === 'dark' || (chosen !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
}
