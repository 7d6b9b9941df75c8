import { Button, Select, TextInput, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { localeOf } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import type { ProblemForm } from '#web/ui/form.ts'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { readDecimal } from '../measure/decimal.ts'
import classes from '../objectives/objective-fields.module.css'
import { everyCampaign, TASK_COLUMNS } from '../plans/records.ts'
import type { Task } from '../plans/records.ts'
import { everyGoal } from '../records.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import { Checklist } from './checklist.tsx'
import { emptyTask, taskRequest, taskValues } from './task-values.ts'
import type { TaskValues } from './task-values.ts'

interface TaskFormProps {
  readonly planId: string
  /** The task to change; left out for a new one. */
  readonly task?: Task | undefined
  readonly onDone: () => void
}

/** The form of a task, new or not. Two people who save the same one are told; nothing typed is lost. */
export function TaskForm({ planId, task, onDone }: TaskFormProps) {
  const { t, i18n } = useTranslation(['plans', 'ui'])
  const locale = localeOf(i18n.language)
  const me = useMe()
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const hours = (text: string) =>
    text.trim() === '' || /^\d+(\.\d{1,2})?$/.test(readDecimal(text, locale) ?? '') ? null : t('check.hours')
  const form = useProblemForm({
    initialValues: task === undefined ? emptyTask(me.person.id) : taskValues(task, locale),
    validate: {
      title: (title) => (title.trim() === '' ? t('check.title') : null),
      hoursPlanned: hours,
      hoursActual: hours,
    },
    draft: task === undefined ? `task:new:${planId}` : `task:${task.id}:${task.version}`,
  })
  const send = form.submit(
    (values) =>
      task === undefined
        ? api.strategy.plans.createTask({ ...taskRequest(values, locale), planId })
        : api.strategy.plans.changeTask(
            { ...taskRequest(values, locale), id: task.id },
            { context: { version: task.version } },
          ),
    async () => {
      onDone()
      announce(t(task === undefined ? 'task.created' : 'task.saved'))
      await refreshStrategy(queryClient)
    },
  )
  const remove = async ({ id, title, version }: Task) => {
    try {
      await api.strategy.plans.removeTask({ id }, { context: { version } })
      onDone()
      await refreshStrategy(queryClient)
      announce(t('task.removed', { title }), {
        undo: async () => {
          await api.strategy.plans.restoreTask({ id })
          await refreshStrategy(queryClient)
        },
      })
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <TaskFields form={form} owner={task?.owner ?? null} />
      {task !== undefined && <Posts task={task} />}
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SheetFoot>
        {task !== undefined && (
          <AllowedButton
            action="plans.change"
            variant="default"
            icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
            onClick={() => void remove(task)}
          >
            {t('plan.remove')}
          </AllowedButton>
        )}
        <Button variant="default" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
        <AllowedButton action="plans.change" type="submit" loading={form.sending}>
          {t(task === undefined ? 'task.add' : 'ui:save')}
        </AllowedButton>
      </SheetFoot>
    </form>
  )
}

function TaskFields({ form, owner }: { form: ProblemForm<TaskValues>; owner: Task['owner'] }) {
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
function Posts({ task }: { task: Task }) {
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
