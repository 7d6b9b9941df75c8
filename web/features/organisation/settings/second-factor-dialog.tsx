import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { prepareSecondFactor, removeSecondFactor, renewBackupCodes } from '#web/kernel/auth.ts'
import type { SecondFactor } from '#web/kernel/auth.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import { BackupCodes } from './backup-codes.tsx'
import { SecondFactorSetUp } from './second-factor-set-up.tsx'

export type SecondFactorTask = 'set-up' | 'new-codes' | 'remove'

interface SecondFactorDialogProps {
  readonly task: SecondFactorTask | null
  readonly onClose: () => void
}

/** Password first, whatever is to be done; then the app's code, the new backup codes, or nothing more. */
export function SecondFactorDialog({ task, onClose }: SecondFactorDialogProps) {
  const { t } = useTranslation('organisation')
  return (
    <Modal
      opened={task !== null}
      onClose={onClose}
      title={task === null ? '' : t(`second.${task}`)}
      size={480}
      closeOnClickOutside={false}
    >
      {task !== null && <Steps key={task} task={task} onClose={onClose} />}
    </Modal>
  )
}

function Steps({ task, onClose }: { task: SecondFactorTask; onClose: () => void }) {
  const { t } = useTranslation('organisation')
  const [prepared, setPrepared] = useState<SecondFactor | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const removed = () => {
    announce(t('second.removed'))
    onClose()
  }
  if (codes !== null) return <BackupCodes codes={codes} onClose={onClose} />
  if (prepared !== null) return <SecondFactorSetUp prepared={prepared} onDone={() => setCodes(prepared.backupCodes)} />
  if (task === 'set-up')
    return (
      <PasswordStep
        text={t('second.set-up-text')}
        action={t('second.next')}
        send={prepareSecondFactor}
        onDone={setPrepared}
      />
    )
  if (task === 'new-codes')
    return (
      <PasswordStep
        text={t('second.new-codes-text')}
        action={t('second.new-codes')}
        send={renewBackupCodes}
        onDone={setCodes}
      />
    )
  return (
    <PasswordStep
      text={t('second.remove-text')}
      action={t('second.remove')}
      danger
      send={removeSecondFactor}
      onDone={removed}
    />
  )
}

interface PasswordStepProps<Result> {
  readonly text: string
  readonly action: string
  readonly danger?: boolean
  readonly send: (password: string) => Promise<Result>
  readonly onDone: (result: Result) => void
}

function PasswordStep<Result>({ text, action, danger = false, send, onDone }: PasswordStepProps<Result>) {
  const { t } = useTranslation('organisation')
  const form = useProblemForm({ initialValues: { password: '' }, guard: false })
  return (
    <form onSubmit={form.submit(({ password }) => send(password), onDone)} noValidate>
      <Stack gap={16}>
        {form.problem !== null && <ProblemNotice problem={form.problem} />}
        <Text size="sm" c="var(--text-2)">
          {text}
        </Text>
        <PasswordInput
          label={t('password.current')}
          autoComplete="current-password"
          data-autofocus
          {...form.getInputProps('password')}
        />
        <Group justify="flex-end">
          <Button type="submit" color={danger ? 'bad' : 'accent'} loading={form.sending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
