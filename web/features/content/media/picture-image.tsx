import type { Media } from '../records.ts'

interface PictureImageProps {
  readonly picture: Pick<Media, 'url' | 'altText' | 'name'>
  /** How wide it is drawn at most, in CSS pixels; the server sends twice that for dense screens. */
  readonly width: number
  /** Off where its name or description stands beside it. */
  readonly described?: boolean
  readonly className?: string | undefined
}

/** A stored picture, no larger than it is drawn. */
export function PictureImage({ picture, width, described = true, className }: PictureImageProps) {
  return (
    <img
      src={`${picture.url}?width=${width * 2}`}
      alt={described ? picture.altText || picture.name : ''}
      loading="lazy"
      decoding="async"
      className={className}
    />
  )
}
