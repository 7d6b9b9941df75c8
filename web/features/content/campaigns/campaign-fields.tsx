import { MultiSelect, TextInput, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AudiencesSelect } from '#web/ui/audiences-select.tsx'
import { DayInput } from '#web/ui/day-input.tsx'
import type { ProblemForm } from '#web/ui/form.ts'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { PlaceFields } from '#web/ui/place-fields.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import classes from '../content.module.css'
import { everyGoal } from '../records.ts'
import type { Campaign } from '../records.ts'
import type { CampaignValues } from './campaign-values.ts'

interface CampaignFieldsProps {
  readonly form: ProblemForm<CampaignValues>
  readonly owner?: Campaign['owner']
  readonly audiences?: Campaign['audiences']
}

/** The fields of a campaign with what each is for. */
export function CampaignFields({ form, owner = null, audiences = [] }: CampaignFieldsProps) {
  const { t } = useTranslation(['content', 'audiences'])
  const goals = useQuery(everyGoal).data ?? []
  return (
    <>
      <TextInput
        data-autofocus
        withAsterisk
        maxLength={200}
        label={t('campaign.field.title')}
        description={t('campaign.field.title.help')}
        {...form.getInputProps('title')}
      />
      <MultiSelect
        label={t('campaign.goals')}
        description={t('campaign.field.goals.help')}
        placeholder={form.values.goalIds.length === 0 ? t('campaign.field.goals.choose') : ''}
        searchable
        hidePickedOptions
        data={goals.map(({ id, title }) => ({ value: id, label: title }))}
        nothingFoundMessage={t('goal.none-found')}
        {...form.getInputProps('goalIds')}
      />
      <AudiencesSelect
        known={audiences}
        description={t('audiences:select.help')}
        {...form.getInputProps('audienceIds')}
      />
      <Textarea
        autosize
        minRows={3}
        maxRows={10}
        maxLength={5000}
        label={t('campaign.message')}
        description={t('campaign.field.message.help')}
        {...form.getInputProps('message')}
      />
      <div className={classes.period}>
        <DayInput required label={t('field.starts')} {...form.getInputProps('startsOn')} />
        <DayInput
          required
          label={t('field.ends')}
          min={form.values.startsOn ?? undefined}
          {...form.getInputProps('endsOn')}
        />
      </div>
      <PersonSelect
        label={t('field.owner')}
        description={t('campaign.field.owner.help')}
        known={owner}
        {...form.getInputProps('ownerId')}
      />
      <PlaceFields unit={form.getInputProps('unitId')} risk={form.getInputProps('risk')} />
    </>
  )
}

/** What can be said before anything is sent: a name and two days in order. The server checks again. */
export function useCampaignChecks() {
  const { t } = useTranslation('content')
  const sentence = useRefusalText()
  return {
    title: (title: string) => (title.trim() === '' ? sentence({ code: 'text.empty' }) : null),
    startsOn: (day: string | null) => (day === null ? t('field.needed') : null),
    endsOn: (day: string | null, { startsOn }: CampaignValues) => {
      if (day === null) return t('field.needed')
      return startsOn !== null && day < startsOn ? sentence({ code: 'time.order' }) : null
    },
  }
}
