import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { verifyCode } from '#web/kernel/auth.ts'
import type { SecondFactor } from '#web/kernel/auth.ts'
import { CopyField } from '#web/ui/copy-field.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { QrCode } from '#web/ui/qr-code.tsx'

interface SecondFactorSetUpProps {
  readonly prepared: SecondFactor
  readonly onDone: () => void
}

/** The secret of an `otpauth:` address, in groups of four as one types it. */
function secretOf(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return secret.match(/.{1,4}/gu)?.join(' ') ?? ''
}

/** Shows the picture for the authenticator app, and asks for its first code as proof that it works. */
export function SecondFactorSetUp({ prepared, onDone }: SecondFactorSetUpProps) {
  const { t } = useTranslation('organisation')
  const session = useTranslation('session')
  const form = useProblemForm({ initialValues: { code: '' }, guard: false })
  return (
    <form onSubmit={form.submit(({ code }) => verifyCode(code), onDone)} noValidate>
      <Stack gap={16}>
        {form.problem !== null && <ProblemNotice problem={form.problem} />}
        <Text size="sm" c="var(--text-2)">
          {t('second.scan')}
        </Text>
        <Group justify="center">
          <QrCode text={prepared.uri} label={t('second.picture')} />
        </Group>
        <CopyField label={t('second.secret')} description={t('second.secret-hint')} value={secretOf(prepared.uri)} />
        <TextInput
          label={session.t('second.code')}
          description={session.t('second.text')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          data-autofocus
          {...form.getInputProps('code')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={form.sending}>
            {t('second.turn-on')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
