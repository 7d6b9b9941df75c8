import type { ArticleHead, ArticlePicture } from '../article.ts'
import { html, type Html } from '../text/html.ts'
import type { Newsroom } from '../newsroom.ts'
import { WIDTHS, widthsFor } from './rendition-wish.ts'

export interface Placement {
  /** How wide it is shown, as the `sizes` attribute says it. */
  readonly sizes: string
  /** Empty where the picture only repeats what stands beside it. */
  readonly altText: string
  /** Seen without scrolling, so it is fetched at once. */
  readonly first: boolean
}

/** A picture in the widths that there are; the reader's browser chooses. */
export function pictureMarkup(
  newsroom: Newsroom,
  article: ArticleHead,
  picture: ArticlePicture,
  place: Placement,
): Html {
  const at = (width: number) => newsroom.pictureUrl(article, picture, { width, format: 'webp' })
  const sources = widthsFor(picture.width).map((width) => `${at(width)} ${Math.min(width, picture.width)}w`)
  const loading = place.first ? html`fetchpriority="high"` : html`loading="lazy"`
  return html`<img
    src="${at(WIDTHS[1])}"
    srcset="${sources.join(', ')}"
    sizes="${place.sizes}"
    width="${picture.width}"
    height="${picture.height}"
    alt="${place.altText}"
    decoding="async"
    ${loading}
  />`
}
