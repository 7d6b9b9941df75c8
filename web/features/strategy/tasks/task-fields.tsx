import { Select, TextInput, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DayInput } from '#web/ui/day-input.tsx'
import type { ProblemForm } from '#web/ui/form.ts'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import classes from '../objectives/objective-fields.module.css'
import { everyCampaign, TASK_COLUMNS } from '../plans/records.ts'
import type { Task } from '../plans/records.ts'
import { everyGoal } from '../records.ts'
import { Checklist } from './checklist.tsx'
import type { TaskValues } from './task-values.ts'

/** The fields of a task. */
export function TaskFields({ form, owner }: { form: ProblemForm<TaskValues>; owner: Task['owner'] }) {
  const { t } = useTranslation('plans')
  const goals = useQuery(everyGoal).data ?? []
  const campaigns = useQuery(everyCampaign).data ?? []
  const options = (records: readonly { id: string; title: string }[]) =>
    records.map(({ id, title }) => ({ value: id, label: title }))
  return (
    <>
      <TextInput
        data-autofocus
        withAsterisk
        maxLength={200}
        label={t('task.field.title')}
        {...form.getInputProps('title')}
      />
      <div className={classes.period}>
        <DayInput clearable label={t('task.field.due')} {...form.getInputProps('dueOn')} />
        <PersonSelect label={t('task.field.owner')} known={owner} {...form.getInputProps('ownerId')} />
        <TextInput inputMode="decimal" label={t('task.field.planned')} {...form.getInputProps('hoursPlanned')} />
        <TextInput inputMode="decimal" label={t('task.field.actual')} {...form.getInputProps('hoursActual')} />
        <Select
          label={t('task.field.state')}
          allowDeselect={false}
          data={TASK_COLUMNS.map((value) => ({ value, label: t(`task.state.${value}`) }))}
          {...form.getInputProps('state')}
        />
        <Select
          label={t('task.field.campaign')}
          placeholder={t('task.field.campaign.none')}
          data={options(campaigns)}
          limit={100}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('task.field.campaign.none') }}
          {...form.getInputProps('campaignId')}
        />
      </div>
      <Select
        label={t('task.field.goal')}
        placeholder={t('task.field.goal.none')}
        data={options(goals)}
        limit={100}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('task.field.goal.none') }}
        {...form.getInputProps('goalId')}
      />
      <Checklist items={form.values.checklist} onChange={(checklist) => form.setFieldValue('checklist', checklist)} />
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        label={t('task.field.description')}
        {...form.getInputProps('description')}
      />
    </>
  )
}

/** What the task became, and the way to the composer, which knows the campaign and remembers the post. */
export function TaskPosts({ task }: { task: Task }) {
  const { t } = useTranslation('plans')
  return (
    <div>
      {task.posts.length > 0 && (
        <>
          <p className="medium">{t('task.became')}</p>
          <ul>
            {task.posts.map(({ id, title }) => (
              <li key={id}>
                <RecordLink type="post" id={id} className="link">
                  {title}
                </RecordLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <Link
        to="/posts/new"
        search={{ taskId: task.id, ...(task.campaign === null ? {} : { campaignId: task.campaign.id }) }}
        className="link"
      >
        {t('task.to-post')}
      </Link>
    </div>
  )
}
