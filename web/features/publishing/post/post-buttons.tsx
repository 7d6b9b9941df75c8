import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import {
  IconArrowsMove,
  IconBan,
  IconExternalLink,
  IconPencil,
  IconRefresh,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { MoveDialog } from '../move-dialog.tsx'
import { isCancellable, isChangeable } from '../post-rules.ts'
import { postTitle } from '../post-title.ts'
import { everyChannel } from '../queries.ts'
import type { Post } from '../records.ts'
import { usePostActions } from '../use-post-actions.ts'

/** What can be done with a post in its present state. Settling an unknown one stands with its two texts instead. */
export function PostButtons({ post }: { readonly post: Post }) {
  const { t } = useTranslation('publishing')
  const navigate = useNavigate()
  const actions = usePostActions()
  const [moving, setMoving] = useState(false)
  const channel = useQuery(everyChannel).data?.find((one) => one.id === post.channel.id)
  const { state, url } = post.delivery
  const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const
  return (
    <>
      {url !== null && state === 'published' && (
        <Button
          component="a"
          href={url}
          target="_blank"
          rel="noreferrer"
          variant="default"
          leftSection={<IconExternalLink {...icon} />}
        >
          {t('post.see')}
        </Button>
      )}
      {state === 'published' && channel?.description.deletes === true && (
        <AllowedButton
          action="posts.change"
          variant="default"
          icon={<IconTrash {...icon} />}
          onClick={() => void actions.remove(post, post.channel.name)}
        >
          {t('post.remove')}
        </AllowedButton>
      )}
      {isCancellable(state) && (
        <AllowedButton
          action="posts.change"
          variant="default"
          icon={<IconBan {...icon} />}
          onClick={() => void actions.cancel(post)}
        >
          {t('post.cancel')}
        </AllowedButton>
      )}
      {isChangeable(state) && (
        <>
          <AllowedButton
            action="posts.change"
            variant="default"
            icon={<IconArrowsMove {...icon} />}
            onClick={() => setMoving(true)}
          >
            {t('post.move')}
          </AllowedButton>
          <AllowedButton
            action="posts.change"
            variant="default"
            icon={<IconPencil {...icon} />}
            onClick={() => void navigate({ to: '/posts/new', search: { postId: post.id } })}
          >
            {t('post.edit')}
          </AllowedButton>
        </>
      )}
      {state === 'failed' && (
        <AllowedButton action="posts.change" icon={<IconRefresh {...icon} />} onClick={() => void actions.retry(post)}>
          {t('post.retry')}
        </AllowedButton>
      )}
      {state === 'cancelled' && (
        <AllowedButton
          action="posts.change"
          icon={<IconRestore {...icon} />}
          onClick={() => void actions.restore(post)}
        >
          {t('post.restore')}
        </AllowedButton>
      )}
      <MoveDialog
        post={moving ? { ...post, title: postTitle(post) } : null}
        onClose={() => setMoving(false)}
        onMove={(moved, plannedAt, zone) => actions.move(moved, plannedAt, zone)}
      />
    </>
  )
}
