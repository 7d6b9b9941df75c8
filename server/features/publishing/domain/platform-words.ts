const MOST = 2000

/**
 * What a platform said, fit to be stored: at most 2,000 characters, without NUL and halves of surrogate pairs, which
 * PostgreSQL refuses. A refusal that could not be written would leave its delivery without an end.
 */
export function storableWords(words: string | null | undefined): string | null {
  return words === null || words === undefined ? null : words.slice(0, MOST).replaceAll('\u0000', '').toWellFormed()
}
