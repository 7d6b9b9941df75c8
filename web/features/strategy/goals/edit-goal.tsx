import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { localeOf } from '#web/kernel/use-time.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { announce } from '#web/ui/toast.tsx'
import { only, useVersions } from '#web/ui/versions.ts'
import { useFactWords } from '../history/use-fact-words.ts'
import type { Goal } from '../records.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import { GoalFields } from './goal-fields.tsx'
import { goalRequest, goalValues } from './goal-values.ts'
import { useGoalChecks } from './use-goal-checks.ts'

/** The form that changes a goal. */
export function EditGoal({ goal, onDone }: { readonly goal: Goal; readonly onDone: () => void }) {
  const { t, i18n } = useTranslation('strategy')
  const locale = localeOf(i18n.language)
  const queryClient = useQueryClient()
  const differences = useFactWords()
  const versions = useVersions({
    seen: goal,
    read: () => api.strategy.goal({ id: goal.id }),
    valuesOf: (record) => goalValues(record, locale),
  })
  const form = useProblemForm({
    initialValues: goalValues(goal, locale),
    validate: useGoalChecks(),
    draft: `goal:${goal.id}:${goal.version}`,
  })
  const send = form.submit(
    (typed) =>
      versions.save(typed, ({ values, names, version }) =>
        api.strategy.changeGoal({ ...only(goalRequest(values, locale), names), id: goal.id }, { context: { version } }),
      ),
    async () => {
      onDone()
      await refreshStrategy(queryClient)
      announce(t('saved'))
    },
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <GoalFields form={form} owner={goal.owner} />
      <SaveProblem
        form={form}
        versions={versions}
        fields={(conflict) =>
          differences(only(conflict.mine, conflict.names), only(conflict.theirs, conflict.names)).map(
            ({ label, from, to }) => ({ label, mine: from, theirs: to }),
          )
        }
        save={send}
      />
      <SaveFoot action="goals.change" sending={form.sending} onCancel={onDone} />
    </form>
  )
}
