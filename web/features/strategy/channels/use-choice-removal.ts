import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { refreshStrategy } from '../refresh-strategy.ts'
import type { Choice } from './records.ts'

/** Takes a platform out of the choice and offers to put it back. */
export function useChoiceRemoval(): (choice: Choice) => Promise<void> {
  const { t } = useTranslation(['choice', 'accounts'])
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
      await refreshStrategy(queryClient)
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  return ({ id, version, platform }) =>
    attempt(async () => {
      await api.strategy.channelChoice.remove({ id }, { context: { version } })
      announce(t('removed', { platform: t(`accounts:platform.${platform}`) }), {
        undo: () => attempt(() => api.strategy.channelChoice.restore({ id })),
      })
    })
}
