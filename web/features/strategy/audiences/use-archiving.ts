import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { refreshStrategy } from '../refresh-strategy.ts'
import type { Audience } from './records.ts'

/** Puts an audience into the archive, with a way back from the toast, or takes it out again. */
export function useArchiving() {
  const { t } = useTranslation('audiences')
  const queryClient = useQueryClient()
  const sentence = useProblemText()

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  const restore = (id: string) =>
    attempt(async () => {
      await api.strategy.audiences.restore({ id })
      await refreshStrategy(queryClient)
      announce(t('restored'))
    })
  const archive = ({ id, name, version }: Audience) =>
    attempt(async () => {
      await api.strategy.audiences.archive({ id }, { context: { version } })
      await refreshStrategy(queryClient)
      announce(t('archived', { name }), { undo: () => restore(id) })
    })
  return { archive, restore }
}
