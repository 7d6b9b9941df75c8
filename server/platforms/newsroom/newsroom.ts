import type { Language } from '#contract/kinds.ts'
import { translate } from '#server/kernel/translate.ts'
import { articleUrl, newsroomUrl } from './addresses.ts'
import type { ArticleHead, ArticlePicture } from './article.ts'
import type { Organisation } from './store.ts'

/** One newsroom, as its pages and feeds need it. */
export interface Newsroom {
  readonly organisation: Organisation
  readonly url: string
  readonly articleUrl: (article: ArticleHead) => string
  readonly pictureUrl: (
    article: ArticleHead,
    picture: ArticlePicture,
    rendition: { width: number; format: 'webp' | 'jpg' },
  ) => string
}

/** An organisation's newsroom, with its addresses under this origin. */
export function newsroomOf(publicUrl: string, organisation: Organisation): Newsroom {
  const url = newsroomUrl(publicUrl, organisation.slug)
  return {
    organisation,
    url,
    articleUrl: (article) => articleUrl(publicUrl, organisation.slug, article.slug),
    pictureUrl: (article, picture, { width, format }) => {
      const number = article.pictures.indexOf(picture) + 1
      return `${url}/pictures/${encodeURIComponent(article.slug)}/${number}.${format}?width=${width}`
    },
  }
}

/** A sentence of the newsroom's pages. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** The newsroom's sentences in a language. */
export function sayIn(language: Language): Say {
  return (key, values = {}) => translate(language, `newsroom:${key}`, values)
}

/** The language of the words around a text: the text's own where we speak it, else the newsroom's. */
export function languageAround(text: string, newsroom: Newsroom): Language {
  const spoken = text.slice(0, 2).toLowerCase()
  return /^(?:en|tr)(?:-|$)/i.test(text) && (spoken === 'en' || spoken === 'tr')
    ? spoken
    : newsroom.organisation.language
}
