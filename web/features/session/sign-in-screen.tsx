import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EntryPage } from './entry-page.tsx'
import { safeReturn } from './safe-return.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Signing in, and back to where one wanted to go. */
export function SignInScreen() {
  const { t } = useTranslation('session')
  const { to } = useSearch({ from: '/sign-in' })
  const router = useRouter()
  const queryClient = useQueryClient()
  const enter = async () => {
    queryClient.clear()
    router.history.push(safeReturn(to))
  }
  return (
    <EntryPage title={t('sign-in')} text={t('sign-in.text')}>
      <SignInForm onDone={enter} />
    </EntryPage>
  )
}
