import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import type { SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import type { ActedPost } from './use-post-actions.ts'
import { isSkipped, instantOf } from './wall-clock.ts'
import { WhenFields } from './when-fields.tsx'
import type { When } from './when-fields.tsx'

interface MoveDialogProps {
  /** The post to move; null closes the dialog. */
  readonly post: (ActedPost & { readonly title: string | null }) | null
  readonly onClose: () => void
  readonly onMove: (post: ActedPost, plannedAt: string, timeZone: string) => unknown
}

/** Moves a post by date, time and zone: the way for keyboard, touch and screen reader. */
export function MoveDialog({ post, onClose, onMove }: MoveDialogProps) {
  const { t } = useTranslation('publishing')
  return (
    <Modal opened={post !== null} onClose={onClose} title={t('move.title')} size={440}>
      {post !== null && <MoveForm key={post.id} post={post} onClose={onClose} onMove={onMove} />}
    </Modal>
  )
}

function MoveForm({
  post,
  onClose,
  onMove,
}: MoveDialogProps & { readonly post: NonNullable<MoveDialogProps['post']> }) {
  const { t } = useTranslation(['publishing', 'ui', 'refusal'])
  const time = useTime()
  const [when, setWhen] = useState<When>({
    date: post.plannedAt.slice(0, 10),
    time: post.plannedAt.slice(11, 16),
    timeZone: post.timeZone,
  })
  const [error, setError] = useState<string | null>(null)
  const wall = `${when.date}T${when.time}`
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (when.date === '' || when.time === '') return setError(t('refusal:time.not-a-time'))
    if (isSkipped(wall, when.timeZone)) return setError(t('refusal:time.skipped'))
    if (instantOf(wall, when.timeZone).getTime() < Date.now()) return setError(t('refusal:time.past'))
    onClose()
    onMove(post, wall, when.timeZone)
  }
  const elsewhere =
    when.date === '' || when.time === '' ? null : time.elsewhere(instantOf(wall, time.timeZone), when.timeZone)
  return (
    <form onSubmit={submit}>
      {post.title !== null && (
        <p className="text-2" style={{ marginBottom: 16 }}>
          {post.title}
        </p>
      )}
      <WhenFields
        when={when}
        onChange={(next) => {
          setWhen(next)
          setError(null)
        }}
        error={error}
      />
      {elsewhere !== null && when.timeZone !== time.timeZone && (
        <p className="small text-3" style={{ marginTop: 8 }}>
          {t('when.for-you', { when: time.instant(instantOf(wall, when.timeZone)) })}
        </p>
      )}
      <Group justify="flex-end" mt={24} gap={8}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit">{t('move.action')}</Button>
      </Group>
    </form>
  )
}
