/** Controls, and marks that make text read other than it is written: a stranger's profile may hold them. */
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu

/** A stranger's words as one plain line of at most so many characters. */
export function plainLine(text: string, most: number): string {
  return text
    .replaceAll(FORBIDDEN, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .replace(/\p{Surrogate}$/u, '')
}

/** An address that may be shown as a link; nothing for anything else, or for one that is too long. */
export function webAddress(text: string): string {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.href.length <= 500 ? url.href : ''
}
