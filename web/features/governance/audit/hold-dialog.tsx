import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { addDays, instantOf } from '#web/kernel/time.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import type { Event } from './records.ts'
import { useEventWords } from './use-event-words.ts'

interface HoldDialogProps {
  /** The record it is about; null: a period. */
  readonly subject: Event['subject'] | null
  readonly onClose: () => void
}

/** Keeps a record, or everything of a period, from being erased. */
export function HoldDialog({ subject, onClose }: HoldDialogProps) {
  const { t } = useTranslation(['audit', 'ui'])
  const time = useTime()
  const words = useEventWords()
  const queryClient = useQueryClient()
  const form = useProblemForm<{ reason: string; from: string | null; until: string | null }>({
    initialValues: { reason: '', from: null, until: null },
    guard: false,
  })
  const place = ({ reason, from, until }: typeof form.values) =>
    api.governance.audit.placeHold({
      reason,
      subject: subject === null ? null : { type: subject.type, id: subject.id },
      from: from === null ? null : instantOf(`${from}T00:00`, time.timeZone).toISOString(),
      until: until === null ? null : instantOf(`${addDays(until, 1)}T00:00`, time.timeZone).toISOString(),
    })
  const done = () => {
    announce(t('holds.placed'))
    void queryClient.invalidateQueries({ queryKey: orpc.governance.key() })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('holds.new')}>
      <form onSubmit={form.submit(place, done)} noValidate>
        <Stack gap={16}>
          {form.problem !== null && <ProblemNotice problem={form.problem} />}
          {subject !== null && (
            <Text size="sm">
              {t('holds.record', { record: `${words.type(subject.type)} ${subject.title ?? ''}`.trim() })}
            </Text>
          )}
          <TextInput
            label={t('holds.reason')}
            description={t('holds.reason.hint')}
            withAsterisk
            maxLength={500}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          {subject === null && (
            <>
              <DayInput label={t('filter.from')} clearable {...form.getInputProps('from')} />
              <DayInput
                label={t('filter.to')}
                clearable
                min={form.values.from ?? undefined}
                {...form.getInputProps('until')}
              />
            </>
          )}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={form.sending}>
              {t('holds.place')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
