import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { refreshStrategy } from './refresh-strategy.ts'

interface Removable {
  readonly id: string
  readonly title: string
  readonly version: number
}

const CALLS = {
  objective: { remove: api.strategy.removeObjective, restore: api.strategy.restoreObjective },
  goal: { remove: api.strategy.removeGoal, restore: api.strategy.restoreGoal },
} as const

/** Removes an objective or goal, goes back to the strategy, and offers to bring it back from the toast. */
export function useRemoval(type: 'objective' | 'goal'): (record: Removable) => Promise<void> {
  const { t } = useTranslation('strategy')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const sentence = useProblemText()
  const { remove, restore } = CALLS[type]

  async function bringBack(id: string): Promise<void> {
    try {
      await restore({ id })
      await refreshStrategy(queryClient)
      announce(t('restored'))
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }

  return async ({ id, title, version }) => {
    try {
      await remove({ id }, { context: { version } })
      await navigate({ to: '/strategy' })
      await refreshStrategy(queryClient)
      announce(t('removed', { title }), { undo: () => bringBack(id) })
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
}
