/** What XML 1.0 has no place for: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** A text without the characters that would break a feed. */
export function publicText(text: string): string {
  return text.replaceAll(NOT_IN_XML, '')
}
