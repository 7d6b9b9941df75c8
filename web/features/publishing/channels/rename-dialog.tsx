import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { PlaceFields } from '#web/ui/place-fields.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import { ZoneSelect } from '#web/ui/zone-select.tsx'
import { refreshPublishing } from '../queries.ts'
import type { Channel } from '../records.ts'

interface RenameDialogProps {
  readonly channel: Channel
  readonly opened: boolean
  readonly onClose: () => void
}

/** Changes what a channel is called here, whose clock it keeps, whose it is and what is at stake with it. */
export function RenameDialog({ channel, opened, onClose }: RenameDialogProps) {
  const { t } = useTranslation('publishing')
  return (
    <Modal opened={opened} onClose={onClose} title={t('channel.rename.title')} size={440}>
      {opened && <RenameForm channel={channel} onClose={onClose} />}
    </Modal>
  )
}

function RenameForm({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { t } = useTranslation(['publishing', 'ui'])
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initialValues: { name: channel.name, timeZone: channel.timeZone, unitId: channel.unitId, risk: channel.risk },
    guard: false,
  })
  const save = (values: typeof form.values) =>
    api.publishing.changeChannel({ id: channel.id, ...values }, { context: { version: channel.version } })
  const done = () => {
    onClose()
    announce(t('channel.renamed'))
    void refreshPublishing(queryClient)
  }
  return (
    <form onSubmit={form.submit(save, done)}>
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <TextInput label={t('channel.name')} {...form.getInputProps('name')} data-autofocus mb={12} maxLength={120} />
      <ZoneSelect label={t('channel.zone')} field={form.getInputProps('timeZone')} />
      <PlaceFields unit={form.getInputProps('unitId')} risk={form.getInputProps('risk')} />
      <Group justify="flex-end" mt={24} gap={8}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={form.sending}>
          {t('ui:save')}
        </Button>
      </Group>
    </form>
  )
}
