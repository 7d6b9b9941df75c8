import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/avif'

export interface Picture {
  readonly kind: 'picture'
  readonly type: PictureType
  /** Pixels as shown, after the rotation that a camera noted. */
  readonly width: number
  readonly height: number
  /** 1, or the number of pictures in an animation. */
  readonly frames: number
}

export interface PictureRefusal {
  readonly kind: 'refused'
  readonly code: 'media.not-a-picture' | 'media.too-many-pixels'
  readonly params: Readonly<Record<string, string | number>>
}

const TYPES = new Set<string>([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
] satisfies PictureType[])

/** The most pixels that are decoded: more would take the memory of a small server. */
export const MOST_PIXELS = 50_000_000

/**
 * What the bytes really are, whatever their name says: recognised by their beginning, then decoded to the end. Accepts
 * JPEG, PNG, WebP, GIF and AVIF with at most `mostPixels` (width x height, all frames of an animation together).
 */
export async function sniffPicture(bytes: Uint8Array, mostPixels = MOST_PIXELS): Promise<Picture | PictureRefusal> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found === undefined || !isPictureType(found.mime)) return notAPicture
  try {
    const { autoOrient, pages: frames = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    const { width, height } = autoOrient
    if (width * height * frames > mostPixels) {
      return {
        kind: 'refused',
        code: 'media.too-many-pixels',
        params: { mostMegapixels: Math.floor(mostPixels / 1_000_000) },
      }
    }
    await decodeToTheEnd(bytes, mostPixels)
    return { kind: 'picture', type: found.mime, width, height, frames }
  } catch {
    return notAPicture
  }
}

const notAPicture: PictureRefusal = { kind: 'refused', code: 'media.not-a-picture', params: {} }

/** Reads every pixel while keeping few of them in memory; a file that breaks off in the middle fails here. */
async function decodeToTheEnd(bytes: Uint8Array, limitInputPixels: number): Promise<void> {
  await sharp(bytes, { limitInputPixels, failOn: 'error', sequentialRead: true })
    .resize({ width: 16, height: 16, fit: 'fill', fastShrinkOnLoad: false })
    .raw()
    .toBuffer()
}

function isPictureType(type: string): type is PictureType {
  return TYPES.has(type)
}
