/** Characters as readers see them. */
const MOST = 120

/**
 * What is shown of the name a file came with: its last part, in one line, without characters that control or turn text
 * around. A name that says nothing becomes `picture`.
 */
export function shownFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{C}\p{Z}]+/gu, ' ').trim()
  const characters = [
    ...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(
      plain.slice(0, MOST * 10).replace(/\p{Surrogate}$/u, ''),
    ),
  ]
  const short = characters
    .slice(0, MOST)
    .map(({ segment }) => segment)
    .join('')
    .trim()
  return /[\p{L}\p{N}]/u.test(short) ? short : 'picture'
}
