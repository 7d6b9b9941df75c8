import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { localeOf } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { only, useVersions } from '#web/ui/versions.ts'
import { readDecimal } from '../measure/decimal.ts'
import type { Task } from '../plans/records.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import { TaskFields, TaskPosts } from './task-fields.tsx'
import { emptyTask, taskRequest, taskValues } from './task-values.ts'
import { useTaskDifferences } from './use-task-differences.ts'

interface NewTaskProps {
  readonly planId: string
  readonly onDone: () => void
}

/** The form of a new task of a plan. */
export function NewTask({ planId, onDone }: NewTaskProps) {
  const { t, i18n } = useTranslation(['plans', 'ui'])
  const locale = localeOf(i18n.language)
  const me = useMe()
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initialValues: emptyTask(me.person.id),
    validate: useTaskChecks(),
    draft: `task:new:${planId}`,
  })
  const send = form.submit(
    (values) => api.strategy.plans.createTask({ ...taskRequest(values, locale), planId }),
    async () => {
      onDone()
      announce(t('task.created'))
      await refreshStrategy(queryClient)
    },
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <TaskFields form={form} owner={null} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SaveFoot action="plans.change" sending={form.sending} onCancel={onDone} words={t('task.add')} />
    </form>
  )
}

/** What is wrong with a task that is typed, in words. */
function useTaskChecks() {
  const { t, i18n } = useTranslation('plans')
  const locale = localeOf(i18n.language)
  const hours = (text: string) =>
    text.trim() === '' || /^\d+(\.\d{1,2})?$/.test(readDecimal(text, locale) ?? '') ? null : t('check.hours')
  return {
    title: (title: string) => (title.trim() === '' ? t('check.title') : null),
    hoursPlanned: hours,
    hoursActual: hours,
  }
}

interface EditTaskProps {
  readonly task: Task
  readonly onDone: () => void
}

/** The form that changes a task. Changes of two people are joined; where both changed the same field, it asks. */
export function EditTask({ task, onDone }: EditTaskProps) {
  const { t, i18n } = useTranslation(['plans', 'ui'])
  const locale = localeOf(i18n.language)
  const queryClient = useQueryClient()
  const remove = useTaskRemoval(onDone)
  const versions = useVersions({
    seen: task,
    read: () => api.strategy.plans.task({ id: task.id }),
    valuesOf: (record) => taskValues(record, locale),
  })
  const form = useProblemForm({
    initialValues: taskValues(task, locale),
    validate: useTaskChecks(),
    draft: `task:${task.id}:${task.version}`,
  })
  const send = form.submit(
    (typed) =>
      versions.save(typed, ({ values, names, version }) =>
        api.strategy.plans.changeTask(
          { ...only(taskRequest(values, locale), names), id: task.id },
          { context: { version } },
        ),
      ),
    async () => {
      onDone()
      announce(t('task.saved'))
      await refreshStrategy(queryClient)
    },
  )
  const differences = useTaskDifferences(versions.conflict)
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <TaskFields form={form} owner={task.owner} />
      <TaskPosts task={task} />
      <SaveProblem form={form} versions={versions} fields={() => differences} save={send} />
      <SheetFoot>
        <AllowedButton
          action="plans.change"
          variant="default"
          icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
          onClick={() => void remove(task)}
        >
          {t('plan.remove')}
        </AllowedButton>
        <Button variant="default" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
        <AllowedButton action="plans.change" type="submit" loading={form.sending}>
          {t('ui:save')}
        </AllowedButton>
      </SheetFoot>
    </form>
  )
}

function useTaskRemoval(onDone: () => void) {
  const { t } = useTranslation('plans')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  return async ({ id, title, version }: Task) => {
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
}
