import { randomBytes } from 'node:crypto'
import { CODE_ALPHABET, CODE_LENGTH } from '../domain/short-links.ts'

/** A fresh code for a short link: seven letters or digits that cannot be guessed, each equally likely. */
export function makeCode(): string {
  // Bytes beyond the last whole multiple of the alphabet would favour its first letters.
  const usable = 256 - (256 % CODE_ALPHABET.length)
  let made = ''
  while (made.length < CODE_LENGTH) {
    for (const byte of randomBytes(CODE_LENGTH * 2)) {
      if (byte < usable && made.length < CODE_LENGTH) made += CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length)
    }
  }
  return made
}
