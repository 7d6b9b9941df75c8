import { correctionBytes } from './reed-solomon.ts'

/** By version from 1, at the medium level of correction (ISO/IEC 18004): correction bytes a block, and blocks. */
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24]
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10]

/** How many bytes fit beside the fixed patterns. */
function capacity(version: number): number {
  const lines = version >= 2 ? Math.floor(version / 7) + 2 : 0
  const alignment = version >= 2 ? (25 * lines - 10) * lines - 55 : 0
  return Math.floor(((16 * version + 128) * version + 64 - alignment - (version >= 7 ? 36 : 0)) / 8)
}

function dataCapacity(version: number): number {
  return capacity(version) - (CORRECTION[version - 1] ?? 0) * (BLOCKS[version - 1] ?? 1)
}

function lengthBits(version: number): number {
  return version < 10 ? 8 : 16
}

/** The smallest version that holds so many bytes; throws above 412 bytes, the most that version 15 takes. */
export function smallestVersion(bytes: number): number {
  const place = BLOCKS.findIndex(
    (_, candidate) => 4 + lengthBits(candidate + 1) + bytes * 8 <= dataCapacity(candidate + 1) * 8,
  )
  if (place === -1) throw new RangeError('The text is too long for a QR code')
  return place + 1
}

/** The data as a stream of bytes: byte mode, length, text, end, and the two filling bytes in turn. */
function dataBytes(text: Uint8Array, version: number): readonly number[] {
  const bits: number[] = []
  const push = (value: number, count: number) => {
    for (let bit = count - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1)
  }
  push(0b0100, 4)
  push(text.length, lengthBits(version))
  for (const byte of text) push(byte, 8)
  const room = dataCapacity(version) * 8
  push(0, Math.min(4, room - bits.length))
  push(0, (8 - (bits.length % 8)) % 8)
  for (let filler = 0xec; bits.length < room; filler ^= 0xec ^ 0x11) push(filler, 8)
  return Array.from({ length: bits.length / 8 }, (_, place) =>
    bits.slice(place * 8, place * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
  )
}

/** Takes the first byte of each block, then the second of each, and so on; shorter blocks drop out earlier. */
function interleave(blocks: readonly (readonly number[])[]): readonly number[] {
  const longest = Math.max(...blocks.map((block) => block.length))
  return Array.from({ length: longest }, (_, place) => blocks.flatMap((block) => block.slice(place, place + 1))).flat()
}

/** All bytes of the code in the order in which they are drawn. */
export function codewords(text: Uint8Array, version: number): readonly number[] {
  const count = BLOCKS[version - 1] ?? 1
  const correction = CORRECTION[version - 1] ?? 0
  const whole = capacity(version)
  const short = count - (whole % count)
  const data = dataBytes(text, version)
  let start = 0
  const blocks = Array.from({ length: count }, (_, place) => {
    const length = Math.floor(whole / count) - correction + (place < short ? 0 : 1)
    start += length
    return data.slice(start - length, start)
  })
  return [...interleave(blocks), ...interleave(blocks.map((block) => correctionBytes(block, correction)))]
}
