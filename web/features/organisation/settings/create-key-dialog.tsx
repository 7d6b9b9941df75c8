import { Button, Checkbox, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { CopyField } from '#web/ui/copy-field.tsx'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'

interface CreateKeyDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Makes a key with chosen scopes; the key itself is shown this once. */
export function CreateKeyDialog({ opened, onClose }: CreateKeyDialogProps) {
  const { t } = useTranslation('organisation')
  const ui = useTranslation('ui')
  const [key, setKey] = useState<string | null>(null)
  const close = () => {
    onClose()
    setKey(null)
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={key === null ? t('keys.create') : t('keys.made')}
      size={560}
      closeOnClickOutside={key === null}
    >
      {key === null ? (
        <KeyForm onDone={setKey} />
      ) : (
        <Stack gap={16}>
          <Text size="sm" c="var(--text-2)">
            {t('keys.made-text')}
          </Text>
          <CopyField label={t('keys.key')} value={key} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {ui.t('close')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

interface KeyValues extends Record<string, unknown> {
  readonly name: string
  readonly scopes: string[]
  readonly expiresOn: string | null
}

function KeyForm({ onDone }: { onDone: (key: string) => void }) {
  const { t } = useTranslation('organisation')
  const session = useTranslation('session')
  const time = useTime()
  const { actions } = useMe()
  const queryClient = useQueryClient()
  const form = useProblemForm<KeyValues>({
    initialValues: { name: '', scopes: [], expiresOn: null },
    draft: 'api-key:new',
    validate: { scopes: (scopes: readonly string[]) => (scopes.length === 0 ? t('keys.scope-needed') : null) },
  })
  const send = ({ name, scopes, expiresOn }: KeyValues) =>
    api.organisation.createApiKey({
      name,
      scopes: actions.filter((action) => scopes.includes(action)),
      expiresAt: expiresOn === null ? null : new Date(`${expiresOn}T23:59:59`).toISOString(),
    })
  const done = (made: { key: string }) => {
    void queryClient.invalidateQueries({ queryKey: orpc.organisation.apiKeys.key() })
    onDone(made.key)
  }
  return (
    <form onSubmit={form.submit(send, done)} noValidate>
      <Stack gap={16}>
        {form.problem !== null && <ProblemNotice problem={form.problem} />}
        <TextInput
          label={t('keys.name')}
          description={t('keys.name-hint')}
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Checkbox.Group label={t('keys.scopes')} description={t('keys.scopes-hint')} {...form.getInputProps('scopes')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={8} mt={8}>
            {actions.map((action) => (
              <Checkbox key={action} value={action} label={session.t(`action.${action}`)} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <DayInput
          label={t('keys.until')}
          description={t('keys.until-hint')}
          min={time.today()}
          clearable
          {...form.getInputProps('expiresOn')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={form.sending}>
            {t('keys.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
