const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  œ: 'oe',
}
const LONGEST = 80

/**
 * A title as part of an address: lower case, Latin letters without their marks (ş becomes s, ı becomes i), other scripts
 * kept, at most 80 characters and cut between words where it can be; `news` where nothing is left.
 */
export function slugOfTitle(title: string): string {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mark}+/gu, '')
    .replaceAll(/[ıßæøđðþłœ]/gu, (letter) => LETTERS[letter] ?? '')
    .normalize('NFC')
    .replaceAll(/['’]/gu, '')
    .split(/[^\p{Letter}\p{Mark}\p{Number}]+/u)
    .filter((word) => word !== '')
  return shortened(words) || 'news'
}

/** This slug, or the first of -2, -3 and so on that nobody has. */
export function freeSlug(wished: string, taken: ReadonlySet<string>): string {
  let slug = wished
  for (let number = 2; taken.has(slug); number += 1) slug = `${wished}-${number}`
  return slug
}

/** Whether this can be a slug of an article at all; anything else is not worth asking the database for. */
export function isSlug(text: string): boolean {
  return (
    text.length <= LONGEST + 20 && /^[\p{Letter}\p{Mark}\p{Number}]+(?:-[\p{Letter}\p{Mark}\p{Number}]+)*$/u.test(text)
  )
}

function shortened(words: readonly string[]): string {
  let slug = (words[0] ?? '').slice(0, LONGEST).replace(/\p{Surrogate}$/u, '')
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > LONGEST) break
    slug = `${slug}-${word}`
  }
  return slug
}
