/** What approvals ask of a post: what it says, where it is meant to go, and who wrote it. */
export interface Draft {
  readonly organisationId: string
  /** Null: it is not saved yet. */
  readonly postId: string | null
  readonly channelId: string
  readonly campaignId: string | null
  readonly title: string | null
  readonly language: string | null
  readonly parts: readonly {
    readonly text: string
    readonly pictures: readonly { readonly id: string; readonly altText: string }[]
  }[]
  /** The day it is planned for, in its own zone. */
  readonly plannedOn: string | null
  /** Whom conditions about the author mean: whoever made the post. */
  readonly authorId: string | null
}
