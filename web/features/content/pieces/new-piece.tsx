import { Select, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Language } from '#contract/kinds.ts'
import { LANGUAGES } from '#locales/index.ts'
import { api } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { everyCampaign, refreshContent } from '../records.ts'

interface NewPieceProps {
  readonly campaignId?: string | undefined
  readonly onDone: () => void
}

type PieceValues = { title: string; campaignId: string | null; language: string }

/** Names a new piece; then its page opens, where it is written. */
export function NewPiece({ campaignId, onDone }: NewPieceProps) {
  const { t } = useTranslation('content')
  const me = useMe()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const sentence = useRefusalText()
  const campaigns = useQuery(everyCampaign).data ?? []
  const form = useProblemForm<PieceValues>({
    initialValues: { title: '', campaignId: campaignId ?? null, language: me.organisation.language },
    validate: { title: (title) => (title.trim() === '' ? sentence({ code: 'text.empty' }) : null) },
    draft: `piece:new:${campaignId ?? ''}`,
  })
  const send = form.submit(
    (values) => api.content.createPiece({ ...values, language: values.language as Language }),
    async (piece) => {
      onDone()
      await navigate({ to: '/content/pieces/$id', params: { id: piece.id } })
      await refreshContent(queryClient)
    },
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <TextInput
        data-autofocus
        withAsterisk
        maxLength={200}
        label={t('piece.field.title')}
        description={t('piece.field.title.help')}
        {...form.getInputProps('title')}
      />
      <Select
        label={t('piece.field.campaign')}
        description={t('piece.field.campaign.help')}
        placeholder={t('piece.field.campaign.none')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('piece.field.campaign.none') }}
        nothingFoundMessage={t('campaign.none-found')}
        data={campaigns.map(({ id, title }) => ({ value: id, label: title }))}
        {...form.getInputProps('campaignId')}
      />
      <Select
        label={t('piece.field.language')}
        description={t('piece.field.language.help')}
        allowDeselect={false}
        data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('language')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SaveFoot action="pieces.change" sending={form.sending} onCancel={onDone} words={t('piece.begin')} />
    </form>
  )
}
