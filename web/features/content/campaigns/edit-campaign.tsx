import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { announce } from '#web/ui/toast.tsx'
import { only, useVersions } from '#web/ui/versions.ts'
import type { Conflict } from '#web/ui/versions.ts'
import { useAudiences } from '#web/ui/audiences-select.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { useUnitName } from '#web/ui/use-units.ts'
import { everyGoal, refreshContent } from '../records.ts'
import type { Campaign } from '../records.ts'
import { CampaignFields, useCampaignChecks } from './campaign-fields.tsx'
import { campaignRequest, campaignValues } from './campaign-values.ts'
import type { CampaignValues } from './campaign-values.ts'

/** The form that changes a campaign. */
export function EditCampaign({ campaign, onDone }: { readonly campaign: Campaign; readonly onDone: () => void }) {
  const { t } = useTranslation('content')
  const queryClient = useQueryClient()
  const differences = useDifferences()
  const versions = useVersions({
    seen: campaign,
    read: () => api.content.campaign({ id: campaign.id }),
    valuesOf: campaignValues,
  })
  const form = useProblemForm({
    initialValues: campaignValues(campaign),
    validate: useCampaignChecks(),
    draft: `campaign:${campaign.id}:${campaign.version}`,
  })
  const send = form.submit(
    (typed) =>
      versions.save(typed, ({ values, names, version }) =>
        api.content.changeCampaign(
          { ...only(campaignRequest(values), names), id: campaign.id },
          { context: { version } },
        ),
      ),
    async () => {
      onDone()
      await refreshContent(queryClient)
      announce(t('saved'))
    },
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <CampaignFields form={form} owner={campaign.owner} audiences={campaign.audiences} />
      <SaveProblem form={form} versions={versions} fields={differences} save={send} />
      <SaveFoot action="campaigns.change" sending={form.sending} onCancel={onDone} />
    </form>
  )
}

function useDifferences() {
  const { t } = useTranslation(['content', 'approvals', 'audiences'])
  const time = useTime()
  const unitName = useUnitName()
  const goals = useQuery(everyGoal).data ?? []
  const audiences = useAudiences() ?? []
  const word = (field: keyof CampaignValues, values: CampaignValues): string => {
    if (field === 'goalIds')
      return values.goalIds.map((id) => goals.find((goal) => goal.id === id)?.title ?? t('goal.unknown')).join(', ')
    if (field === 'audienceIds')
      return audiences
        .filter(({ id }) => values.audienceIds.includes(id))
        .map(({ name }) => name)
        .join(', ')
    if (field === 'startsOn' || field === 'endsOn') return time.day(values[field] ?? '')
    if (field === 'unitId') return values.unitId === null ? t('approvals:place.unit.none') : unitName(values.unitId)
    if (field === 'risk') return t(`approvals:risk.${values.risk}`)
    return field === 'ownerId' ? t('campaign.another-owner') : values[field]
  }
  const labels = [
    ['title', t('campaign.field.title')],
    ['goalIds', t('campaign.goals')],
    ['audienceIds', t('audiences:select.label')],
    ['message', t('campaign.message')],
    ['startsOn', t('field.starts')],
    ['endsOn', t('field.ends')],
    ['ownerId', t('field.owner')],
    ['unitId', t('approvals:place.unit')],
    ['risk', t('approvals:place.risk')],
  ] as const
  return ({ mine, theirs, names }: Conflict<CampaignValues>) =>
    labels
      .filter(([field]) => names.includes(field))
      .map(([field, label]) => ({ label, mine: word(field, mine), theirs: word(field, theirs) }))
}
