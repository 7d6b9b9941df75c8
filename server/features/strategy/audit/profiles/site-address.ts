import type { Wanted } from './profile.ts'

/** The address of a site: the one that was entered, else the one that its handle is. */
export function siteAddress({ handle, url }: Wanted): string {
  return url === '' ? `https://${handle}` : url
}
