import type { Post } from './records.ts'

const MOST = 80

/** A title without web addresses, which say nothing in a list; as it is where there is nothing else. */
export function withoutAddresses(title: string): string {
  return (
    title
      .replaceAll(/https?:\/\/\S+/gu, '')
      .replaceAll(/\s+/gu, ' ')
      .trim() || title
  )
}

/** What a post is called in lists: its title, its piece's, or how its text begins. */
export function postTitle(
  post: Pick<Post, 'title' | 'text'> & { readonly piece?: { readonly title: string } | null },
): string {
  if (post.title !== null && post.title !== '') return post.title
  const line = withoutAddresses(post.text.trim().split('\n', 1)[0] ?? '')
  if (line === '') return post.piece?.title ?? '…'
  return line.length > MOST ? `${line.slice(0, MOST - 1)}…` : line
}
