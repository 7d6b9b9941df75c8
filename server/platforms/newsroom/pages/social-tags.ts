import { html, type Html } from '../text/html.ts'

export interface SocialCard {
  readonly url: string
  readonly title: string
  readonly description: string
  readonly siteName: string
  readonly picture: {
    readonly url: string
    readonly altText: string
    readonly width: number
    readonly height: number
  } | null
  /** Null: not an article. */
  readonly publishedAt: Date | null
}

/** The canonical address, and what a social network shows when somebody shares it (Open Graph, Twitter card). */
export function socialTags({ url, title, description, siteName, picture, publishedAt }: SocialCard): Html {
  const kind = publishedAt === null ? 'website' : 'article'
  return html`<link rel="canonical" href="${url}" />
    <meta name="description" content="${description}" />
    <meta property="og:type" content="${kind}" />
    <meta property="og:site_name" content="${siteName}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${url}" />
    ${publishedAt === null ? null : html`<meta property="article:published_time" content="${publishedAt.toISOString()}" />`}
    <meta name="twitter:card" content="${picture === null ? 'summary' : 'summary_large_image'}" />
    <meta name="twitter:title" content="${title}" />
    <meta name="twitter:description" content="${description}" />
    ${picture === null ? null : pictureTags(picture)}`
}

function pictureTags({ url, altText, width, height }: NonNullable<SocialCard['picture']>): Html {
  const described =
    altText === ''
      ? null
      : html`<meta property="og:image:alt" content="${altText}" />
          <meta name="twitter:image:alt" content="${altText}" />`
  return html`<meta property="og:image" content="${url}" />
    <meta property="og:image:type" content="image/jpeg" />
    <meta property="og:image:width" content="${width}" />
    <meta property="og:image:height" content="${height}" />
    <meta name="twitter:image" content="${url}" />
    ${described}`
}
