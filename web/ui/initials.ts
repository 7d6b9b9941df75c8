/** Up to two letters for a person's round mark: `Deniz Korkut` is `DK`. Capitals as the language has them (`i` is `İ` in Turkish). */
export function initials(name: string, language: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase(language)
}
