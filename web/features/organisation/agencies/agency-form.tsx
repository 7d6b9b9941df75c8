import { Checkbox, MultiSelect, TextInput, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ACTIVITIES, type Activity } from '#contract/actions.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshStructure, type Agency } from '../structure-records.ts'
import classes from './agencies.module.css'

type Values = {
  name: string
  description: string
  ownerId: string | null
  endsOn: string | null
  activities: string[]
  channelIds: string[]
  campaignIds: string[]
}

interface AgencyFormProps {
  /** Null for a new one. */
  readonly agency: Agency | null
  readonly onDone: () => void
}

function valuesOf(agency: Agency | null): Values {
  return {
    name: agency?.name ?? '',
    description: agency?.description ?? '',
    ownerId: agency?.owner?.id ?? null,
    endsOn: agency?.endsOn ?? null,
    activities: [...(agency?.activities ?? ['create', 'adapt'])],
    channelIds: agency?.channels.map(({ id }) => id) ?? [],
    campaignIds: agency?.campaigns.map(({ id }) => id) ?? [],
  }
}

/** The terms of an agency. Owner and end are needed: without them nobody could say until when it works for whom. */
export function AgencyForm({ agency, onDone }: AgencyFormProps) {
  const { t } = useTranslation(['team', 'ui'])
  const queryClient = useQueryClient()
  const { channels, campaigns } = useGivable(agency)
  const form = useProblemForm<Values>({
    initialValues: valuesOf(agency),
    draft: agency === null ? 'agency:new' : `agency:${agency.id}:${agency.version}`,
    validate: {
      name: (name) => (name.trim() === '' ? t('agency.name-needed') : null),
      ownerId: (id) => (id === null ? t('agency.owner-needed') : null),
      endsOn: (day) => (day === null ? t('agency.end-needed') : null),
    },
  })
  const send = form.submit(
    ({ ownerId, endsOn, activities, ...values }) => {
      const request = {
        ...values,
        ownerId: ownerId ?? '',
        endsOn: endsOn ?? '',
        activities: ACTIVITIES.filter((activity: Activity) => activities.includes(activity)),
      }
      return agency === null
        ? api.organisation.agencies.create(request)
        : api.organisation.agencies.change({ ...request, id: agency.id }, { context: { version: agency.version } })
    },
    async (saved) => {
      onDone()
      await refreshStructure(queryClient)
      announce(t('agency.saved', { name: saved.name }))
    },
  )
  return (
    <form onSubmit={send} noValidate>
      <RestoredNote form={form} />
      <div className={classes.form}>
        <TextInput
          withAsterisk
          data-autofocus
          maxLength={120}
          label={t('agency.name')}
          {...form.getInputProps('name')}
        />
        <Textarea
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          label={t('agency.description')}
          {...form.getInputProps('description')}
        />
        <PersonSelect
          label={t('agency.owner')}
          description={t('agency.owner.help')}
          known={agency?.owner ?? null}
          {...form.getInputProps('ownerId')}
        />
        <DayInput
          required
          label={t('agency.ends')}
          description={t('agency.ends.help')}
          {...form.getInputProps('endsOn')}
        />
        <Checkbox.Group
          label={t('agency.activities')}
          description={t('agency.activities.help')}
          {...form.getInputProps('activities')}
        >
          <div className={classes.choices}>
            {ACTIVITIES.map((activity) => (
              <Checkbox key={activity} value={activity} label={t(`activity.${activity}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <MultiSelect searchable label={t('agency.channels')} data={channels} {...form.getInputProps('channelIds')} />
        <MultiSelect searchable label={t('agency.campaigns')} data={campaigns} {...form.getInputProps('campaignIds')} />
        <p className="text-3 small">{t('agency.invite')}</p>
        {form.problem !== null && <ProblemNotice problem={form.problem} />}
      </div>
      <SaveFoot
        action="agencies.change"
        sending={form.sending}
        onCancel={onDone}
        words={agency === null ? t('agency.add') : t('ui:save')}
      />
    </form>
  )
}

/** What can be given, with what was given already though it is no longer in the lists. */
function useGivable(agency: Agency | null) {
  const channels = useQuery({
    queryKey: [...orpc.publishing.channels.key(), 'every'],
    queryFn: () => everyPage((page) => api.publishing.channels(page)),
  })
  const campaigns = useQuery({
    queryKey: [...orpc.content.campaigns.key(), 'every'],
    queryFn: () => everyPage((page) => api.content.campaigns(page)),
  })
  const options = (given: readonly { id: string; name: string }[], all: readonly { id: string; name: string }[]) => [
    ...new Map([...given, ...all].map(({ id, name }) => [id, { value: id, label: name }])).values(),
  ]
  return {
    channels: options(agency?.channels ?? [], channels.data ?? []),
    campaigns: options(
      agency?.campaigns ?? [],
      (campaigns.data ?? []).map(({ id, title }) => ({ id, name: title })),
    ),
  }
}
