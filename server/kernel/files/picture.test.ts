import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { makeRendition } from './rendition.ts'
import { sniffPicture } from './sniff-picture.ts'

const canvas = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 30, alpha: 0.5 } } })

/** Noise does not compress, so that a cut in the middle is a cut in the pixels. */
const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })

describe('a picture', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('is recognised: %s', async (format) => {
    const bytes = await canvas().toFormat(format).toBuffer()
    expect(await sniffPicture(bytes)).toEqual({
      kind: 'picture',
      type: `image/${format}`,
      width: 40,
      height: 30,
      frames: 1,
    })
  })

  it('is measured as it is shown', async () => {
    const bytes = await canvas().jpeg().withMetadata({ orientation: 6 }).toBuffer()
    expect(await sniffPicture(bytes)).toMatchObject({ width: 30, height: 40 })
  })

  it('may move', async () => {
    const bytes = await sharp([await noise(40, 30).png().toBuffer(), await noise(40, 30).png().toBuffer()], {
      join: { animated: true },
    })
      .gif()
      .toBuffer()
    expect(await sniffPicture(bytes)).toMatchObject({ type: 'image/gif', width: 40, height: 30, frames: 2 })
  })

  it('has at most so many pixels', async () => {
    const bytes = await canvas(2000, 1001).png().toBuffer()
    expect(await sniffPicture(bytes, 2_000_000)).toEqual({
      kind: 'refused',
      code: 'media.too-many-pixels',
      params: { mostMegapixels: 2 },
    })
    expect(await sniffPicture(bytes, 2_002_000)).toMatchObject({ kind: 'picture' })
  })
})

describe('no picture', () => {
  const refused = { kind: 'refused', code: 'media.not-a-picture', params: {} }

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a document', '%PDF-1.7\n%âãÏÓ\n'],
    ['only the beginning of a GIF', 'GIF89a'],
  ])('is %s', async (_what, text) => expect(await sniffPicture(Buffer.from(text))).toEqual(refused))

  it.each(['jpeg', 'png', 'webp', 'gif'] as const)('is a %s that breaks off', async (format) => {
    const bytes = await noise(300, 300).toFormat(format).toBuffer()
    expect(await sniffPicture(bytes.subarray(0, bytes.length / 2))).toEqual(refused)
  })

  it('is a picture of another kind', async () => {
    expect(await sniffPicture(await canvas().tiff().toBuffer())).toEqual(refused)
  })
})

describe('a rendition', () => {
  it('has the width, the format and the proportions', async () => {
    const made = await makeRendition(await canvas(400, 300).png().toBuffer(), { width: 100, format: 'webp' })
    expect(made).toMatchObject({ type: 'image/webp', width: 100, height: 75 })
    expect(await sniffPicture(made.bytes)).toMatchObject({ type: 'image/webp', width: 100, height: 75 })
  })

  it('is not larger than the original', async () => {
    expect(await makeRendition(await canvas().png().toBuffer(), { width: 100, format: 'jpeg' })).toMatchObject({
      width: 40,
    })
  })

  it('stands upright and says nothing about place or camera', async () => {
    const exif = { IFD0: { Copyright: 'Planted Name', Model: 'Planted Camera' } }
    const bytes = await canvas().jpeg().withMetadata({ orientation: 6, exif }).toBuffer()
    expect(bytes.includes('Planted')).toBe(true)
    const made = await makeRendition(bytes, { width: 1000, format: 'jpeg' })
    expect([made.width, made.height, made.bytes.includes('Planted')]).toEqual([30, 40, false])
    const { exif: left, orientation, icc } = await sharp(made.bytes).metadata()
    expect([left, orientation, icc]).toEqual([undefined, undefined, undefined])
  })

  it('is white where the original is transparent, as JPEG', async () => {
    const clear = sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    const made = await makeRendition(await clear.png().toBuffer(), { width: 8, format: 'jpeg' })
    const [red = 0] = await sharp(made.bytes).raw().toBuffer()
    expect(red).toBeGreaterThan(250)
  })

  it('is not made of what is no picture', async () => {
    await expect(makeRendition(Buffer.from('hello'), { width: 8, format: 'webp' })).rejects.toThrow('unsupported')
  })
})
