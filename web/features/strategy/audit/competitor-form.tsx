import { TextInput, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshStrategy } from '../refresh-strategy.ts'
import type { Competitor } from './records.ts'

interface CompetitorFormProps {
  /** The competitor to change; left out for a new one. */
  readonly competitor?: Competitor | undefined
  readonly onDone: () => void
}

/** The form of a competitor, new or not. */
export function CompetitorForm({ competitor, onDone }: CompetitorFormProps) {
  const { t } = useTranslation('accounts')
  const queryClient = useQueryClient()
  const { name = '', website = '', description = '' } = competitor ?? {}
  const form = useProblemForm({
    initialValues: { name, website, description },
    draft: `competitor:${competitor === undefined ? 'new' : `${competitor.id}:${competitor.version}`}`,
  })
  const send = form.submit(
    (values) =>
      competitor === undefined
        ? api.strategy.audit.competitors.create(values)
        : api.strategy.audit.competitors.change(
            { ...values, id: competitor.id },
            { context: { version: competitor.version } },
          ),
    async (saved) => {
      onDone()
      announce(competitor === undefined ? t('competitors.created', { name: saved.name }) : t('competitors.saved'))
      await refreshStrategy(queryClient)
    },
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <TextInput
        data-autofocus
        withAsterisk
        maxLength={200}
        label={t('competitors.name')}
        {...form.getInputProps('name')}
      />
      <TextInput type="url" maxLength={500} label={t('competitors.website')} {...form.getInputProps('website')} />
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        label={t('competitors.description')}
        {...form.getInputProps('description')}
      />
      {competitor !== undefined && <Remove competitor={competitor} onDone={onDone} />}
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SaveFoot action="goals.change" sending={form.sending} onCancel={onDone} />
    </form>
  )
}

function Remove({ competitor, onDone }: { competitor: Competitor; onDone: () => void }) {
  const { t } = useTranslation('accounts')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const { id, name, version } = competitor
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
      await refreshStrategy(queryClient)
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  const remove = () =>
    attempt(async () => {
      await api.strategy.audit.competitors.remove({ id }, { context: { version } })
      onDone()
      announce(t('competitors.removed', { name }), {
        undo: () => attempt(() => api.strategy.audit.competitors.restore({ id })),
      })
    })
  return (
    <div>
      <AllowedButton
        action="goals.change"
        variant="default"
        size="xs"
        icon={<IconTrash size={14} stroke={1.5} aria-hidden />}
        onClick={() => void remove()}
      >
        {t('competitors.remove')}
      </AllowedButton>
    </div>
  )
}
