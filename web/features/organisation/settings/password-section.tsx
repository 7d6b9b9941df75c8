import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { changePassword } from '#web/kernel/auth.ts'
import { orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { NewPassword } from '#web/ui/new-password.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'

/** Changing one's password, which ends every other session. */
export function PasswordSection() {
  const { t } = useTranslation('organisation')
  const { person } = useMe()
  const queryClient = useQueryClient()
  const form = useProblemForm({ initialValues: { password: '', newPassword: '' }, guard: false })
  const done = () => {
    form.reset()
    announce(t('password.changed'))
    void queryClient.invalidateQueries({ queryKey: orpc.session.list.key() })
  }
  return (
    <Card title={t('password.title')} end={t('password.ends-others')}>
      <form
        onSubmit={form.submit(({ password, newPassword }) => changePassword(password, newPassword), done)}
        noValidate
      >
        <Stack gap={16}>
          {form.problem !== null && <ProblemNotice problem={form.problem} />}
          <input type="hidden" autoComplete="username" value={person.email} readOnly />
          <PasswordInput
            label={t('password.current')}
            autoComplete="current-password"
            {...form.getInputProps('password')}
          />
          <NewPassword
            label={t('password.new')}
            words={[person.name, person.email.split('@')[0] ?? '']}
            field={form.getInputProps('newPassword')}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={form.sending}>
              {t('password.change')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  )
}
