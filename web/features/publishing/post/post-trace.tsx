import { useNavigate } from '@tanstack/react-router'
import { useMe } from '#web/kernel/session.tsx'
import { TraceLine } from '#web/ui/trace-line.tsx'
import type { StationType, Trace } from '#web/ui/trace-line.tsx'
import { isChangeable } from '../post-rules.ts'
import type { Post } from '../records.ts'

/** Where a post leads. While it can be changed, a gap is closed where the missing link is set. */
export function PostTrace({ post, trace }: { readonly post: Post; readonly trace: Trace }) {
  const navigate = useNavigate()
  const may = useMe().actions.includes('posts.change') && isChangeable(post.delivery.state)
  const close = (gap: StationType) => {
    if (gap === 'piece') void navigate({ to: '/content', search: { tab: 'pieces' } })
    else if (gap === 'campaign' || post.campaign === null)
      void navigate({ to: '/posts/new', search: { postId: post.id } })
    else void navigate({ to: '/content/campaigns/$id', params: { id: post.campaign.id } })
  }
  return <TraceLine trace={trace} onClose={may ? close : undefined} />
}
