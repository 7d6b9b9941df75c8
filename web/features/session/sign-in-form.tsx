import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { signIn } from '#web/kernel/auth.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { SecondFactorForm } from './second-factor-form.tsx'

/** Where a dialog that holds the form puts the focus. */
const focused = { 'data-autofocus': true }

interface SignInFormProps {
  readonly email?: string
  /** Called once the session is there. */
  readonly onDone: () => unknown
}

/** Password first; where the account has a second factor, its code after that. */
export function SignInForm({ email = '', onDone }: SignInFormProps) {
  const [second, setSecond] = useState(false)
  if (second) return <SecondFactorForm onDone={onDone} onRestart={() => setSecond(false)} />
  return <PasswordForm email={email} onDone={(wanted) => (wanted ? setSecond(true) : onDone())} />
}

function PasswordForm({ email, onDone }: { email: string; onDone: (secondFactor: boolean) => unknown }) {
  const { t } = useTranslation('session')
  const form = useProblemForm({
    initialValues: { email, password: '' },
    guard: false,
    validate: {
      email: (value: string) => (value.trim() === '' ? t('sign-in.email-needed') : null),
      password: (value: string) => (value === '' ? t('sign-in.password-needed') : null),
    },
  })
  return (
    <form onSubmit={form.submit((values) => signIn(values.email, values.password), onDone)} noValidate>
      <Stack gap={16}>
        {form.problem !== null && <ProblemNotice problem={form.problem} />}
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          autoFocus={email === ''}
          {...(email === '' ? focused : {})}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          autoFocus={email !== ''}
          {...(email === '' ? {} : focused)}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={form.sending} fullWidth>
          {t('sign-in')}
        </Button>
      </Stack>
    </form>
  )
}
