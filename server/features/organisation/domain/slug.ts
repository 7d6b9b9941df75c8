const LETTERS: Readonly<Record<string, string>> = { ı: 'i', ß: 'ss', æ: 'ae', ø: 'o', đ: 'd', ł: 'l', œ: 'oe' }

/** A name as part of an address: lower-case ASCII letters, digits and single hyphens, at most 40; `organisation` where nothing is left. */
export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[ıßæøđłœ]/gu, (letter) => LETTERS[letter] ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '')
  return slug === '' ? 'organisation' : slug
}
