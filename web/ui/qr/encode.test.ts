import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { encodeQr } from './encode.ts'

function picture(text: string, mask: number): string[] {
  return encodeQr(text, mask).map((row) => row.map((dark) => (dark ? '#' : '.')).join(''))
}

describe('a QR code', () => {
  it('draws the picture that an independent encoder draws', () => {
    expect(picture('Tutti', 2)).toEqual([
      '#######.....#.#######',
      '#.....#...##..#.....#',
      '#.###.#.#.#.#.#.###.#',
      '#.###.#.##....#.###.#',
      '#.###.#.###.#.#.###.#',
      '#.....#.##.#..#.....#',
      '#######.#.#.#.#######',
      '........###..........',
      '#.#####...##..#####..',
      '####...#..#####..####',
      '#..#.###.##.#.##.###.',
      '#..###.##..####..##..',
      '.#....##.##.#..#.#.#.',
      '........##..#..#.###.',
      '#######....#.#..#.##.',
      '#.....#.#......#####.',
      '#.###.#.#..#.#..##.#.',
      '#.###.#.########.##..',
      '#.###.#.###.#.##..#..',
      '#.....#..######..##..',
      '#######.#.#.#..##..#.',
    ])
  })

  it('draws several blocks, alignment marks and a version as an independent encoder does', () => {
    const text =
      'otpauth://totp/Tutti:deniz%40kavrela.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSW&issuer=Tutti&digits=6&period=30'
    expect(createHash('sha256').update(picture(text, 5).join('\n')).digest('hex')).toBe(
      '85f726357b37507daf6037d8474d1de055a1c629353c0d9c3c76393f3c1abfb6',
    )
  })

  it('grows with the text and refuses what it cannot hold', () => {
    expect(encodeQr('x'.repeat(14))).toHaveLength(21)
    expect(encodeQr('x'.repeat(15))).toHaveLength(25)
    expect(encodeQr('x'.repeat(412))).toHaveLength(77)
    expect(() => encodeQr('x'.repeat(413))).toThrow(RangeError)
  })
})
