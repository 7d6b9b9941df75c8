import { z } from 'zod'

/** A picture as it was when the article came out; `file` is its name in the file store. */
export const ArticlePicture = z.object({
  id: z.string(),
  file: z.string(),
  type: z.string(),
  width: z.number(),
  height: z.number(),
  altText: z.string(),
})
export type ArticlePicture = z.infer<typeof ArticlePicture>

/** What lists show of an article. */
export interface ArticleHead {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly language: string
  readonly pictures: readonly ArticlePicture[]
  readonly publishedAt: Date
}

export interface Article extends ArticleHead {
  /** Markdown, as it was published. */
  readonly body: string
  readonly removedAt: Date | null
}
