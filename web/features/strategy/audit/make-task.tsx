import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshStrategy } from '../refresh-strategy.ts'

interface Wish {
  readonly title: string
  readonly ownerId: string | null
  readonly dueOn: string | null
}

interface MakeTaskProps {
  /** What the task would be called. */
  readonly title: string
  readonly make: (wish: Wish) => Promise<{ readonly title: string }>
  readonly onDone: () => void
}

/** Makes a task of something that the audit found. */
export function MakeTask({ title, make, onDone }: MakeTaskProps) {
  const { t } = useTranslation('accounts')
  const me = useMe()
  const queryClient = useQueryClient()
  const form = useProblemForm<{ title: string; ownerId: string | null; dueOn: string | null }>({
    initialValues: { title: title.slice(0, 200), ownerId: me.person.id, dueOn: null },
  })
  const send = form.submit(make, async (task) => {
    onDone()
    announce(t('task.made', { title: task.title }))
    await refreshStrategy(queryClient)
  })
  return (
    <form onSubmit={send}>
      <TextInput data-autofocus withAsterisk maxLength={200} label={t('task.title')} {...form.getInputProps('title')} />
      <PersonSelect label={t('task.owner')} {...form.getInputProps('ownerId')} />
      <DayInput clearable label={t('task.due')} {...form.getInputProps('dueOn')} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SaveFoot action="plans.change" sending={form.sending} onCancel={onDone} words={t('task.make')} />
    </form>
  )
}
