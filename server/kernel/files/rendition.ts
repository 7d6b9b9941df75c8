import sharp from 'sharp'
import { MOST_PIXELS } from './sniff-picture.ts'

export interface RenditionWish {
  /** Pixels; a smaller picture is not enlarged. */
  readonly width: number
  readonly format: 'webp' | 'jpeg'
  /** 1 to 100, default 82. */
  readonly quality?: number
}

export interface Rendition {
  readonly bytes: Buffer
  readonly type: 'image/webp' | 'image/jpeg'
  readonly width: number
  readonly height: number
}

/**
 * A picture made anew at a width: turned upright, in sRGB, without any metadata (place, camera, author) and of an
 * animation only the first frame. JPEG gets white where the original is transparent. Throws for what `sniffPicture`
 * refuses.
 */
export async function makeRendition(
  bytes: Uint8Array,
  { width, format, quality = 82 }: RenditionWish,
): Promise<Rendition> {
  const resized = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', autoOrient: true }).resize({
    width,
    withoutEnlargement: true,
  })
  const encoded =
    format === 'webp' ? resized.webp({ quality }) : resized.flatten({ background: '#fff' }).jpeg({ quality })
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
  return { bytes: data, type: `image/${format}`, width: info.width, height: info.height }
}
