import { Button, Stack, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { signIn } from '#web/kernel/auth.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { guessTimeZone } from '#web/ui/zone-select.tsx'
import { EntryPage } from './entry-page.tsx'
import { NewPassword } from '#web/ui/new-password.tsx'

/** Opening the link of an invitation: who invites one to what, and choosing a password. */
export function InvitationScreen() {
  const { t } = useTranslation('session')
  const time = useTime()
  const { token } = useParams({ from: '/invitations/$token' })
  const invitation = useQuery(orpc.organisation.openInvitation.queryOptions({ input: { token }, retry: false }))
  const text =
    invitation.data === undefined
      ? t('invitation.text')
      : t('invitation.from', {
          who: invitation.data.invitedBy,
          organisation: invitation.data.organisation,
          role: t(`role.${invitation.data.role}`),
          until: time.date(invitation.data.expiresAt),
        })
  return (
    <EntryPage
      title={
        invitation.data === undefined
          ? t('invitation.title')
          : t('invitation.join', { organisation: invitation.data.organisation })
      }
      text={text}
    >
      <Loaded query={invitation}>{(data) => <AcceptForm token={token} name={data.name} email={data.email} />}</Loaded>
    </EntryPage>
  )
}

function AcceptForm({ token, name, email }: { token: string; name: string; email: string }) {
  const { t, i18n } = useTranslation('session')
  const router = useRouter()
  const queryClient = useQueryClient()
  const form = useProblemForm({ initialValues: { name, password: '' }, guard: false })

  async function accept(values: typeof form.values): Promise<void> {
    const language = i18n.language === 'tr' ? 'tr' : 'en'
    const person = await api.organisation.acceptInvitation({ token, ...values, language, timeZone: guessTimeZone() })
    await signIn(person.email, values.password)
  }
  const enter = () => {
    queryClient.clear()
    void router.navigate({ to: '/' })
  }
  return (
    <form onSubmit={form.submit(accept, enter)} noValidate>
      <Stack gap={16}>
        {form.problem !== null && <ProblemNotice problem={form.problem} />}
        <TextInput label={t('email')} type="email" autoComplete="username" value={email} readOnly />
        <TextInput label={t('name')} autoComplete="name" {...form.getInputProps('name')} />
        <NewPassword
          label={t('password')}
          words={[form.values.name, email.split('@')[0] ?? '']}
          field={form.getInputProps('password')}
        />
        <Button type="submit" loading={form.sending} fullWidth>
          {t('invitation.do')}
        </Button>
      </Stack>
    </form>
  )
}
