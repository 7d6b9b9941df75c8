import { Modal, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { meQuery, useMe } from '#web/kernel/session.tsx'
import { dropAllDrafts } from '#web/ui/draft.ts'
import { SignInForm } from './sign-in-form.tsx'

/**
 * When the session ends under somebody's hands, signing in again happens over the page, so that everything typed stays
 * where it is. Somebody else who signs in here begins with a clean page.
 */
export function SessionEnded({ onResumed }: { readonly onResumed: () => void }) {
  const { t } = useTranslation('session')
  const me = useMe()
  const queryClient = useQueryClient()

  async function goOn(): Promise<void> {
    const now = await api.session.me()
    if (now.person.id !== me.person.id) {
      dropAllDrafts()
      window.location.assign('/')
      return
    }
    queryClient.setQueryData(meQuery.queryKey, now)
    onResumed()
    await queryClient.invalidateQueries()
  }
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('ended.title')}
      size={420}
    >
      <Text size="sm" c="var(--text-2)" mb={16}>
        {t('ended.text')}
      </Text>
      <SignInForm email={me.person.email} onDone={goOn} />
    </Modal>
  )
}
