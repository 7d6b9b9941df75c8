import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { verifyBackupCode, verifyCode } from '#web/kernel/auth.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'

interface SecondFactorFormProps {
  readonly onDone: () => unknown
  /** Back to the password. */
  readonly onRestart: () => void
}

/** Six digits from the authenticator app, or one of the backup codes where the app is lost. */
export function SecondFactorForm({ onDone, onRestart }: SecondFactorFormProps) {
  const { t } = useTranslation('session')
  const [backup, setBackup] = useState(false)
  const form = useProblemForm({ initialValues: { code: '' }, guard: false })
  const swap = () => {
    form.reset()
    setBackup(!backup)
  }
  return (
    <form onSubmit={form.submit(({ code }) => (backup ? verifyBackupCode(code) : verifyCode(code)), onDone)} noValidate>
      <Stack gap={16}>
        {form.problem !== null && (
          <ProblemNotice
            problem={form.problem}
            onRetry={form.problem.code === 'sign-in.restart' ? onRestart : undefined}
          />
        )}
        <Text size="sm" c="var(--text-2)">
          {backup ? t('second.backup-text') : t('second.text')}
        </Text>
        <TextInput
          key={String(backup)}
          label={backup ? t('second.backup-code') : t('second.code')}
          inputMode={backup ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoFocus
          maxLength={backup ? 40 : 7}
          {...form.getInputProps('code')}
        />
        <Button type="submit" loading={form.sending} fullWidth>
          {t('sign-in')}
        </Button>
        <button type="button" className="link" onClick={swap}>
          {backup ? t('second.use-app') : t('second.use-backup')}
        </button>
      </Stack>
    </form>
  )
}
