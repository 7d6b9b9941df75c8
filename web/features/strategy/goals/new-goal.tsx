import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { localeOf, useTime } from '#web/kernel/use-time.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshStrategy } from '../refresh-strategy.ts'
import { GoalFields } from './goal-fields.tsx'
import { emptyGoal, goalRequest } from './goal-values.ts'
import { useGoalChecks } from './use-goal-checks.ts'

interface NewGoalProps {
  /** The objective that it is set for; it can serve others too. */
  readonly objectiveId?: string | undefined
  readonly onDone: () => void
}

/** The form that sets a social media goal. */
export function NewGoal({ objectiveId, onDone }: NewGoalProps) {
  const { t, i18n } = useTranslation('strategy')
  const me = useMe()
  const time = useTime()
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initialValues: emptyGoal({
      objectiveIds: objectiveId === undefined ? [] : [objectiveId],
      today: time.today(),
      ownerId: me.person.id,
    }),
    validate: useGoalChecks(),
    draft: `goal:new:${objectiveId ?? ''}`,
  })
  const send = form.submit(
    (values) => api.strategy.createGoal(goalRequest(values, localeOf(i18n.language))),
    async (goal) => {
      onDone()
      await refreshStrategy(queryClient)
      announce(t('goal.created', { title: goal.title }))
    },
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <GoalFields form={form} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SaveFoot action="goals.change" sending={form.sending} onCancel={onDone} words={t('goal.set')} />
    </form>
  )
}
