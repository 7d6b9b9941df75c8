/** What a preview shows: the channel as its readers know it and the parts of the post. */
export interface Previewed {
  readonly channel: { readonly name: string; readonly platform: string; readonly handle: string }
  readonly parts: readonly PreviewedPart[]
  readonly title: string | null
  readonly contentWarning: string | null
  /** When it goes out, in the reader's words; shown where the platform shows a date. */
  readonly date: string | null
  readonly language: string | null
}

export interface PreviewedPart {
  readonly text: string
  readonly media: readonly { readonly id: string; readonly url: string; readonly altText: string }[]
}
