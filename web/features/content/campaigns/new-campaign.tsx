import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshContent } from '../records.ts'
import { CampaignFields, useCampaignChecks } from './campaign-fields.tsx'
import { campaignRequest, emptyCampaign } from './campaign-values.ts'

interface NewCampaignProps {
  readonly goalId?: string | undefined
  readonly onDone: () => void
}

/** The form that plans a campaign; then its page opens. */
export function NewCampaign({ goalId, onDone }: NewCampaignProps) {
  const { t } = useTranslation('content')
  const me = useMe()
  const time = useTime()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initialValues: emptyCampaign({ goalId, today: time.today(), ownerId: me.person.id }),
    validate: useCampaignChecks(),
    draft: `campaign:new:${goalId ?? ''}`,
  })
  const send = form.submit(
    (values) => api.content.createCampaign(campaignRequest(values)),
    async (campaign) => {
      onDone()
      announce(t('campaign.planned', { title: campaign.title }))
      await navigate({ to: '/content/campaigns/$id', params: { id: campaign.id } })
      await refreshContent(queryClient)
    },
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <CampaignFields form={form} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SaveFoot action="campaigns.change" sending={form.sending} onCancel={onDone} words={t('campaign.plan')} />
    </form>
  )
}
