import { randomInt } from 'node:crypto'

const DIGITS = '234567abcdefghijklmnopqrstuvwxyz'
const LENGTH = 13
/** Room between two tokens, so that the parts of one thread never take the key of another post. */
const ROOM = 1000

/**
 * Makes record keys of the form that posts need (TID: 53 bits of microseconds, 10 bits of this process, base32 that
 * sorts by time). Each is later than the one before, even within one millisecond.
 */
export function tidMint(processId: number = randomInt(1024)): (now: Date) => string {
  let last = 0
  return (now) => {
    last = Math.max(now.getTime() * 1000 + randomInt(ROOM), last + ROOM)
    return encoded((BigInt(last) << 10n) | BigInt(processId))
  }
}

/** The record key of one part of a thread: the token itself for the first, one microsecond later for each further. */
export function partKey(token: string, index: number): string {
  return encoded(decoded(token) + (BigInt(index) << 10n))
}

function encoded(value: bigint): string {
  let text = ''
  for (let rest = value, place = 0; place < LENGTH; place += 1, rest >>= 5n)
    text = DIGITS.charAt(Number(rest & 31n)) + text
  return text
}

function decoded(tid: string): bigint {
  if (!/^[2-7a-j][2-7a-z]{12}$/.test(tid)) throw new Error(`Not a TID: ${tid}`)
  return Array.from(tid).reduce((value, digit) => (value << 5n) | BigInt(DIGITS.indexOf(digit)), 0n)
}
