import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { MOST_PICTURE_BYTES, shrinkPicture } from './shrink-picture.ts'

/** Noise cannot be compressed: the worst picture of its size. */
async function noise(width: number, height: number, channels: 3 | 4): Promise<Uint8Array> {
  const picture = sharp(randomBytes(width * height * channels), { raw: { width, height, channels } })
  return new Uint8Array(await picture.png().toBuffer())
}

describe('a picture made ready', () => {
  it('is under the limit whatever it was, and keeps its form', async () => {
    const ready = await shrinkPicture(await noise(2400, 1200, 3))
    expect(ready?.bytes.length).toBeLessThan(MOST_PICTURE_BYTES)
    expect(ready?.type).toBe('image/jpeg')
    expect((ready?.width ?? 0) / (ready?.height ?? 1)).toBeCloseTo(2, 1)
  })

  it('keeps transparency', async () => {
    const ready = await shrinkPicture(await noise(900, 900, 4))
    expect(ready?.bytes.length).toBeLessThan(MOST_PICTURE_BYTES)
    const { hasAlpha } = await sharp(ready?.bytes).metadata()
    expect(hasAlpha).toBe(true)
  })

  it('is not enlarged', async () => {
    const small = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    expect(await shrinkPicture(small)).toMatchObject({ type: 'image/jpeg', width: 30, height: 20 })
  })

  it('is none when the bytes are no picture', async () => {
    expect(await shrinkPicture(new TextEncoder().encode('<svg'))).toBeNull()
    expect(await shrinkPicture(new Uint8Array())).toBeNull()
  })
})
