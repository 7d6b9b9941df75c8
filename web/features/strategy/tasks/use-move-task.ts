import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import type { Task, TaskState } from '../plans/records.ts'
import { refreshStrategy } from '../refresh-strategy.ts'

/** Gives a task another state and offers to take that back. */
export function useMoveTask(): (task: Task, state: TaskState) => Promise<void> {
  const { t } = useTranslation('plans')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  return async (task, state) => {
    if (state === task.state) return
    try {
      await api.strategy.plans.changeTask({ id: task.id, state }, { context: { version: task.version } })
      await refreshStrategy(queryClient)
      announce(t('task.moved', { title: task.title, state: t(`task.state.${state}`) }), {
        undo: async () => {
          await api.strategy.plans.changeTask({ id: task.id, state: task.state })
          await refreshStrategy(queryClient)
        },
      })
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
      await refreshStrategy(queryClient)
    }
  }
}
