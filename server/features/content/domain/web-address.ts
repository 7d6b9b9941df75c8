/** The address of a link that can be followed from anywhere, as text may hold it; null for all others. */
export function webAddress(address: string): string | null {
  const plain = address.trim()
  if (!/^https?:\/\/[^\s/?#]/i.test(plain)) return null
  return plain.replace(/[\s<>"“”„«»「」]/gu, (character) => encodeURIComponent(character))
}

/** An address as people say it, for comparing it with the words of its link. */
export function spokenAddress(address: string): string {
  return address
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
}
