import sharp, { type Sharp } from 'sharp'

/** What every server of the network takes; newer ones take more. */
export const MOST_PICTURE_BYTES = 1_000_000

const SIDES = [2000, 1400, 1000, 600, 300] as const
const QUALITIES = [88, 75] as const

export interface ReadyPicture {
  readonly bytes: Uint8Array
  readonly type: string
  readonly width: number
  readonly height: number
}

/**
 * Encodes a picture anew: upright, without any metadata (place, camera, author) and under 1,000,000 bytes, giving up
 * quality before size. Pictures with transparency keep it. Answers null when the bytes are no picture that can be read.
 */
export async function shrinkPicture(bytes: Uint8Array): Promise<ReadyPicture | null> {
  try {
    const { isOpaque } = await sharp(bytes).stats()
    for (const side of SIDES) {
      for (const encode of isOpaque ? QUALITIES.map(jpeg) : [png, ...QUALITIES.map(webp)]) {
        const upright = sharp(bytes).rotate().resize(side, side, { fit: 'inside', withoutEnlargement: true })
        const { data, info } = await encode(upright).toBuffer({ resolveWithObject: true })
        const { width, height, format } = info
        if (data.length < MOST_PICTURE_BYTES) return { bytes: data, type: `image/${format}`, width, height }
      }
    }
    return null
  } catch {
    // The picture library reports everything it cannot read by throwing.
    return null
  }
}

const jpeg = (quality: number) => (picture: Sharp) => picture.jpeg({ quality })
const webp = (quality: number) => (picture: Sharp) => picture.webp({ quality })
const png = (picture: Sharp) => picture.png({ compressionLevel: 9 })
