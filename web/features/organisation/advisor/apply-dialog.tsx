import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { meQuery } from '#web/kernel/session.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import { NOTHING, previewQuery } from '../model/records.ts'
import { RightChanges } from '../model/right-changes.tsx'
import type { Placement } from './records.ts'
import { useAdvisorWords } from './use-advisor-words.ts'

/** Shows who gains and who loses by the model proposed, and puts it in force with a reason. */
export function ApplyDialog({ placement, onClose }: { placement: Placement; onClose: () => void }) {
  const { t } = useAdvisorWords()
  const words = useTranslation('model')
  const ui = useTranslation('ui')
  const queryClient = useQueryClient()
  const model = placement.result.models[0]?.key ?? null
  const preview = useQuery(previewQuery({ ...NOTHING, model }))
  const form = useProblemForm({ initialValues: { reason: '' }, draft: `placement:${placement.id}` })
  const done = async () => {
    await queryClient.invalidateQueries({ queryKey: orpc.organisation.key() })
    await queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
    announce(t('applied'))
    onClose()
  }
  if (model === null) return null
  const save = ({ reason }: { reason: string }) =>
    api.organisation.placements.apply({ id: placement.id, reason }, { context: { version: placement.version } })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('apply.title', { model: words.t(`model.${model}`) })}
      closeButtonProps={{ 'aria-label': ui.t('close') }}
    >
      <form onSubmit={form.submit(save, done)} noValidate>
        <Stack gap={16}>
          <div>
            <Loaded query={preview}>{(data) => <RightChanges preview={data} />}</Loaded>
          </div>
          <Textarea
            label={words.t('reason')}
            description={words.t('reason.help')}
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          {form.problem !== null && <ProblemNotice problem={form.problem} />}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {ui.t('cancel')}
            </Button>
            <Button type="submit" loading={form.sending}>
              {words.t('force')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
