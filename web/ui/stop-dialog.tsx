import { Button, Checkbox, Group, Modal, Radio, Select, Stack, Text, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { STOP_SCOPES } from '#contract/stops.ts'
import type { Contract } from '#contract/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { useProblemForm } from './form.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { announce } from './toast.tsx'
import { useUnits } from './use-units.ts'

type Kind = (typeof STOP_SCOPES)[number]
type Stop = InferContractRouterOutputs<Contract>['governance']['stops']['show']

interface StopDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** Begins as a drill. */
  readonly drill?: boolean
}

/** Stops everything, or a part, at once; or tries it as a drill. */
export function StopDialog({ opened, onClose, drill = false }: StopDialogProps) {
  const { t } = useTranslation('stop')
  return (
    <Modal opened={opened} onClose={onClose} title={t('dialog.title')} size={520}>
      <StopForm drill={drill} onClose={onClose} />
    </Modal>
  )
}

function StopForm({ drill, onClose }: { drill: boolean; onClose: () => void }) {
  const { t } = useTranslation(['stop', 'ui'])
  const queryClient = useQueryClient()
  const kind: Kind = 'organisation'
  const form = useProblemForm<{ kind: Kind; id: string | null; reason: string; drill: boolean }>({
    initialValues: { kind, id: null, reason: '', drill },
    validate: {
      id: (id, values) => (values.kind !== 'organisation' && id === null ? t('choose.missing') : null),
    },
    guard: false,
  })
  const { values } = form
  const done = (stop: Stop) => {
    announce(values.drill ? drillWords(stop) : t('stopped', { scope: stop.scope.name }))
    void queryClient.invalidateQueries({ queryKey: orpc.governance.stops.key() })
    onClose()
  }
  const drillWords = ({ workers }: Stop) =>
    workers.asked === 0
      ? t('drilled.none')
      : t('drilled', { acknowledged: workers.acknowledged, asked: workers.asked, ms: workers.afterMs ?? 0 })
  return (
    <form
      onSubmit={form.submit(
        ({ kind: chosen, id, ...rest }) => api.governance.stops.start({ ...rest, scope: { kind: chosen, id } }),
        done,
      )}
      noValidate
    >
      <Stack gap={16}>
        <Text size="sm" c="var(--text-2)">
          {t('dialog.text')}
        </Text>
        {form.problem !== null && <ProblemNotice problem={form.problem} />}
        <Radio.Group
          label={t('dialog.scope')}
          value={values.kind}
          onChange={(chosen) => {
            form.setFieldValue('kind', STOP_SCOPES.find((one) => one === chosen) ?? 'organisation')
            form.setFieldValue('id', null)
          }}
        >
          <Stack gap={8} mt={8}>
            {STOP_SCOPES.map((one) => (
              <Radio key={one} value={one} label={t(`scope.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {values.kind !== 'organisation' && <ScopeSelect kind={values.kind} field={form.getInputProps('id')} />}
        <Textarea
          label={t('dialog.reason')}
          description={t('dialog.reason.hint')}
          withAsterisk
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          {...form.getInputProps('reason')}
        />
        <Checkbox label={t('dialog.drill')} {...form.getInputProps('drill', { type: 'checkbox' })} />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button
            type="submit"
            color={values.drill ? 'accent' : 'bad'}
            loading={form.sending}
            leftSection={<IconHandStop size={16} stroke={1.5} aria-hidden />}
          >
            {values.drill ? t('dialog.try') : t('dialog.stop')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface ScopeSelectProps {
  readonly kind: Exclude<Kind, 'organisation'>
  readonly field: object
}

function ScopeSelect({ kind, field }: ScopeSelectProps) {
  const { t } = useTranslation(['stop', 'ui'])
  const units = useUnits()
  const channels = useQuery({
    queryKey: [...orpc.publishing.channels.key(), 'every'],
    queryFn: () => everyPage((page) => api.publishing.channels(page)),
    enabled: kind === 'channel',
  })
  const campaigns = useQuery({
    queryKey: [...orpc.content.campaigns.key(), 'every'],
    queryFn: () => everyPage((page) => api.content.campaigns(page)),
    enabled: kind === 'campaign',
  })
  const choices = {
    unit: units,
    channel: channels.data ?? [],
    campaign: (campaigns.data ?? []).map(({ id, title }) => ({ id, name: title })),
  }[kind]
  return (
    <Select
      label={t(`choose.${kind}`)}
      withAsterisk
      searchable
      nothingFoundMessage={t('ui:nothing-found')}
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      {...field}
    />
  )
}
