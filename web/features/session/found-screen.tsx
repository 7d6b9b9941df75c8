import { Button, Stack, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { signIn } from '#web/kernel/auth.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { ZoneSelect, guessTimeZone } from '#web/ui/zone-select.tsx'
import { EntryPage } from './entry-page.tsx'
import { NewPassword } from '#web/ui/new-password.tsx'

/** The first visit to a fresh installation: names the organisation and its first administrator. */
export function FoundScreen() {
  const { t } = useTranslation('session')
  const installation = useQuery(orpc.installation.read.queryOptions())
  if (installation.data?.founded === true) return <Navigate to="/sign-in" replace />
  return (
    <EntryPage wide title={t('found.title')} text={t('found.text')}>
      <FoundForm />
    </EntryPage>
  )
}

function FoundForm() {
  const { t, i18n } = useTranslation('session')
  const router = useRouter()
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initialValues: { organisation: '', name: '', email: '', password: '', timeZone: guessTimeZone() },
    guard: false,
  })
  const language = i18n.language === 'tr' ? 'tr' : 'en'

  async function found(values: typeof form.values): Promise<void> {
    await api.installation.found({ ...values, language })
    await signIn(values.email, values.password)
  }
  const enter = () => {
    queryClient.clear()
    void router.navigate({ to: '/' })
  }
  return (
    <form onSubmit={form.submit(found, enter)} noValidate>
      <Stack gap={16}>
        {form.problem !== null && <ProblemNotice problem={form.problem} />}
        <TextInput
          label={t('found.organisation')}
          description={t('found.organisation-hint')}
          autoComplete="organization"
          autoFocus
          {...form.getInputProps('organisation')}
        />
        <TextInput label={t('name')} autoComplete="name" {...form.getInputProps('name')} />
        <TextInput label={t('email')} type="email" autoComplete="username" {...form.getInputProps('email')} />
        <NewPassword
          label={t('password')}
          words={[form.values.name, form.values.organisation, form.values.email.split('@')[0] ?? '']}
          field={form.getInputProps('password')}
        />
        <ZoneSelect
          label={t('time-zone')}
          description={t('found.time-zone-hint')}
          field={form.getInputProps('timeZone')}
        />
        <Button type="submit" loading={form.sending} fullWidth>
          {t('found.do')}
        </Button>
      </Stack>
    </form>
  )
}
